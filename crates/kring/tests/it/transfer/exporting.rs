//! What an export holds, and that an import reads it again.

use calamine::{Reader as _, Xlsx};
use std::io::Cursor;
use store::{Db, MIGRATIONS, args, sql};

use super::{HERE, added, happenings, import, look, seats};
use crate::browser::Browser;
use crate::calendar::world::World;

/// A world with every kind of place, and names that a spreadsheet would take for formulas.
async fn crowd(world: &World) -> Browser {
    let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
    let list = "naam\tmail\tgroep\trol\ttaal\torganisatie\tfunctie\n\
                =2+5\tzoe@voorbeeld.example\tGroep 4\tdeelnemer\ten\t+Zorg\t@arts\n\
                -Bo, \"B\" Veen\tbo@voorbeeld.example\n\
                Roos\troos@voorbeeld.example\tGroep 4\tbegeleider\n\
                Roos\troos@voorbeeld.example\tGroep 5; zuid\tbegeleider\n\
                Fien\tfien@voorbeeld.example\t\tbegeleider\n\
                Fien\tfien@voorbeeld.example\tGroep 5; zuid\n";
    let asked = [("list", list), ("make", "yes"), ("do", "import")];
    let done = wietske.upload(HERE, &asked, None).await;
    assert_eq!(done.status, 303, "{}", done.text());
    wietske
}

async fn apply(db: &Db, name: &'static str, state: &'static str) {
    db.write(move |tx| {
        let mail = format!("{name}@voorbeeld.example");
        tx.run(
            sql!(
                "insert into applications (id, programme_id, form_key, name, mail, language, answers, state, applied_at)
                 values ($1, 'p', $1, $2, $3, 'nl', '[\"geheim antwoord\"]', $4, 1)"
            ),
            args![format!("{name}-{state}"), name, &mail, state],
        )
    })
    .await
    .unwrap();
}

/// The cells of a workbook.
fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    range
        .rows()
        .map(|row| row.iter().map(ToString::to_string).collect())
        .collect()
}

store::both_engines! {
    MIGRATIONS;

    async fn an_export_holds_everybody_with_every_place_and_no_formula(db) {
        let world = World::new(&db).await;
        let wietske = crowd(&world).await;
        apply(&db, "wim", "waiting").await;
        apply(&db, "ria", "refused").await;
        apply(&db, "noor", "admitted").await;
        let sheet = wietske.get("/programmes/p/people.csv").await;
        assert_eq!(sheet.header("content-type"), Some("text/csv; charset=utf-8"));
        assert_eq!(sheet.header("content-disposition"), Some("attachment; filename=\"kring-2026-11-23.csv\""));
        assert_eq!(sheet.header("cache-control"), Some("private, no-store"));
        let expected = "\u{feff}\"Naam\",\"E-mailadres\",\"Groep\",\"Rol\",\"Taal\",\"Organisatie\",\"Functie\",\"Aanmelding\"\n\
            \"'-Bo, \"\"B\"\" Veen\",\"bo@voorbeeld.example\",\"\",\"Deelnemer\",\"nl\",\"\",\"\",\"\"\n\
            \"'=2+5\",\"zoe@voorbeeld.example\",\"Groep 4\",\"Deelnemer\",\"en\",\"'+Zorg\",\"'@arts\",\"\"\n\
            \"bram\",\"bram@voorbeeld.example\",\"Groep 4\",\"Deelnemer\",\"nl\",\"\",\"\",\"\"\n\
            \"Fien\",\"fien@voorbeeld.example\",\"\",\"Begeleider\",\"nl\",\"\",\"\",\"\"\n\
            \"Fien\",\"fien@voorbeeld.example\",\"Groep 5; zuid\",\"Deelnemer\",\"nl\",\"\",\"\",\"\"\n\
            \"noor\",\"noor@voorbeeld.example\",\"Groep 4\",\"Deelnemer\",\"nl\",\"\",\"\",\"Toegelaten\"\n\
            \"Roos\",\"roos@voorbeeld.example\",\"Groep 4\",\"Begeleider\",\"nl\",\"\",\"\",\"\"\n\
            \"Roos\",\"roos@voorbeeld.example\",\"Groep 5; zuid\",\"Begeleider\",\"nl\",\"\",\"\",\"\"\n\
            \"saar\",\"saar@voorbeeld.example\",\"Groep 4\",\"Deelnemer\",\"nl\",\"\",\"\",\"\"\n\
            \"thea\",\"thea@voorbeeld.example\",\"Groep 4\",\"Begeleider\",\"nl\",\"\",\"\",\"\"\n\
            \"wim\",\"wim@voorbeeld.example\",\"\",\"Aangemeld\",\"nl\",\"\",\"\",\"Wachtlijst\"\n";
        let mut lines: Vec<String> = sheet.text().lines().map(str::to_owned).collect();
        let mut wanted: Vec<String> = expected.lines().map(str::to_owned).collect();
        // Signs in front of a name sort in their own way; who stands where is what counts.
        lines.sort();
        wanted.sort();
        assert_eq!(lines, wanted);

        let workbook = wietske.get("/programmes/p/people.xlsx").await;
        assert_eq!(
            workbook.header("content-type"),
            Some("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
        );
        let cells = cells(&workbook.body);
        assert_eq!(cells.len(), 12);
        assert!(cells.iter().any(|row| row.first().is_some_and(|name| name == "=2+5")), "{cells:?}");
        assert!(!String::from_utf8_lossy(&workbook.body).contains("<f>"));
    }

    async fn an_export_is_read_again_and_changes_nothing(db) {
        let world = World::new(&db).await;
        let wietske = crowd(&world).await;
        apply(&db, "wim", "applied").await;
        let before = seats(&db, "p").await;
        for language in ["nl", "en"] {
            let browser = wietske.copy().with("accept-language", language);
            for kind in ["csv", "xlsx"] {
                let file = browser.get(&format!("/programmes/p/people.{kind}")).await;
                for step in ["look", "import"] {
                    let reply = browser.upload(HERE, &[("do", step), ("tell", "yes")], Some(&file.body)).await;
                    let expected = if step == "look" { 200 } else { 303 };
                    assert_eq!(reply.status, expected, "{language} {kind} {step}: {:?}", happenings(&reply));
                    assert!(happenings(&reply).iter().all(|row| row.starts_with("Verandert niets.") || row.starts_with("Changes nothing.")), "{:?}", happenings(&reply));
                }
            }
        }
        assert_eq!(seats(&db, "p").await, before);
        assert_eq!(world.house.deliver().await, 0);

        // And into an empty programme it gives the same places.
        db.write(|tx| {
            tx.run(
                sql!(
                    "insert into programmes (id, organisation_id, name, kind, goal, audience, time_asked, starts_on, ends_on,
                                             region, accent, is_public)
                     values ('q', 'o', 'Opnieuw', 'groups', 'x', 'x', 'x', '2026-01-01', '2027-12-31', 'x', 'blue', false)"
                ),
                args![],
            )?;
            tx.run(
                sql!(
                    "insert into memberships (id, programme_id, person_id, role, since)
                     values ('organises', 'q', 'wietske@voorbeeld.example', 'organiser', '2026-01-01')"
                ),
                args![],
            )
        })
        .await
        .unwrap();
        let file = wietske.get("/programmes/p/people.csv").await;
        let asked = [("make", "yes"), ("do", "import")];
        let done = wietske.upload("/programmes/q/import", &asked, Some(&file.body)).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let again = wietske.get("/programmes/q/people.csv").await;
        let same = |text: &str| {
            let mut lines: Vec<String> = text.lines().filter(|line| !line.contains("wim@")).map(str::to_owned).collect();
            lines.sort();
            lines
        };
        assert_eq!(same(again.text()), same(file.text()));
    }

    async fn an_applicant_on_a_list_is_not_admitted(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        apply(&db, "wim", "applied").await;
        let file = wietske.get("/programmes/p/people.csv").await;
        assert!(file.text().contains("wim@voorbeeld.example") && !file.text().contains("geheim"));
        let done = wietske.upload(HERE, &[("do", "import")], Some(&file.body)).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert!(added(&db).await.is_empty());
        let shown = look(&wietske, file.text()).await;
        assert!(shown.text().contains("een lijst laat niemand toe"), "{}", shown.text());
    }

    async fn the_example_reads_well_but_for_its_invented_row(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        for kind in ["csv", "xlsx"] {
            let file = wietske.get(&format!("/programmes/p/import/example.{kind}")).await;
            assert_eq!(file.status, 200);
            let reply = wietske.upload(HERE, &[("make", "yes")], Some(&file.body)).await;
            assert_eq!(reply.status, 422);
            assert_eq!(happenings(&reply), ["E-mailadres: Dit is de regel uit het voorbeeld. Haal hem weg."]);
        }
        assert_eq!(import(&wietske, "naam,mail\nNoor,noor@voorbeeld.example\n").await.status, 303);
        assert!(added(&db).await.is_empty());
    }
}
