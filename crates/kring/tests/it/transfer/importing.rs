//! What an import does, and does once.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use rust_xlsxwriter::Workbook;
use store::{Db, MIGRATIONS, args, sql};

use super::{HERE, added, happenings, import, look, seats};
use crate::calendar::world::{World, line, values};

const LIST: &str = "Naam\tE-mailadres\tGroep\tRol\tTaal\tOrganisatie\tFunctie\tTelefoon\n\
                    Zoë Brink\tZoe@Voorbeeld.Example\tGroep 4\t\ten\tDe Linde\tPOH\t06\n\
                    Roos Dijk\troos@voorbeeld.example\tgroep 4\tBegeleider\n\
                    Bo Veen\tbo@voorbeeld.example\n\
                    Fien Wal\tfien@voorbeeld.example\t\tbegeleider\n\
                    Noor\tNOOR@voorbeeld.example\tGroep 4\n";

const PLACES: [&str; 6] = [
    "bo - participant",
    "fien - facilitator",
    "roos - participant",
    "roos Groep 4 facilitator",
    "zoe - participant",
    "zoe Groep 4 participant",
];

async fn count(db: &Db) -> (i64, i64, i64) {
    db.read(|tx| {
        Ok::<_, store::Error>((
            tx.one(sql!("select count(*) from people"), args![])?,
            tx.one(sql!("select count(*) from memberships"), args![])?,
            tx.one(sql!("select count(*) from groups"), args![])?,
        ))
    })
    .await
    .unwrap()
}

store::both_engines! {
    MIGRATIONS;

    async fn a_list_is_shown_first_and_carried_out_once(db) {
        let world = World::new(&db).await;
        world.plan("2026-12-15").await;
        world.house.deliver().await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let before = count(&db).await;
        let shown = look(&wietske, LIST).await;
        assert_eq!(shown.status, 200, "{}", shown.text());
        assert_eq!(
            happenings(&shown),
            [
                "Komt nieuw in het programma. Krijgt een plek in Groep 4. Organisatie en functie worden bewaard, als die er nog niet stonden.",
                "Komt nieuw in het programma. Gaat Groep 4 begeleiden.",
                "Komt nieuw in het programma.",
                "Begeleidt in het hele programma, zonder eigen groep.",
                "Verandert niets.",
            ]
        );
        assert!(shown.text().contains("Deze kolommen gebruikt Kring niet: Telefoon."));
        assert!(shown.text().contains("4 mensen komen nieuw in het programma, en er komen 2 plekken in groepen bij."));
        assert_eq!(count(&db).await, before, "a preview changes nothing");

        // What the button sends is what was shown.
        let list = values(&shown.page(), "input[name=list]").concat();
        assert_eq!(list, LIST);
        let done = import(&wietske, &list).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let after = wietske.get(done.header("location").unwrap()).await;
        assert!(after.text().contains("4 mensen zijn nieuw in het programma, en er kwamen 2 plekken in groepen bij."));
        assert_eq!(added(&db).await, PLACES);
        let told: (String, String, String, String) = db
            .read(|tx| tx.one(
                sql!("select p.name, p.language, w.job, o.name from people p join positions w on w.person_id = p.id
                      join organisations o on o.id = w.organisation_id where p.mail = 'zoe@voorbeeld.example'"),
                args![],
            ))
            .await
            .unwrap();
        assert_eq!(told, ("Zoë Brink".to_owned(), "en".to_owned(), "POH".to_owned(), "De Linde".to_owned()));

        // Each hears once where their place is, in their own language, and of what the group has planned.
        world.house.deliver().await;
        let mut subjects: Vec<(String, String)> = world.house.mailbox.letters().into_iter()
            .filter(|letter| ["zoe", "roos", "bo", "fien"].iter().any(|name| letter.to.starts_with(name)))
            .map(|letter| (letter.to.split('@').next().unwrap().to_owned(), letter.subject))
            .filter(|(_, subject)| !subject.contains("Bijeenkomst"))
            .collect();
        subjects.sort();
        let expected = [("bo", "Je doet mee"), ("fien", "Je doet mee"), ("roos", "Je begeleidt Groep 4"), ("zoe", "You are in Groep 4")];
        assert_eq!(subjects, expected.map(|(who, what)| (who.to_owned(), what.to_owned())));
        let letter = world.house.mailbox.letters().into_iter().find(|letter| letter.subject == "You are in Groep 4").unwrap();
        assert!(letter.text.contains("Roos Dijk"), "who came on the same list leads as well: {}", letter.text);
        let invited: i64 = db
            .read(|tx| tx.one(
                sql!("select count(*) from attendance a join people p on p.id = a.person_id
                      where p.mail in ('zoe@voorbeeld.example', 'roos@voorbeeld.example')"),
                args![],
            ))
            .await
            .unwrap();
        assert_eq!(invited, 2);

        // Once more: nothing to do, nothing done, nobody mailed.
        let all = count(&db).await;
        let again = look(&wietske, LIST).await;
        assert!(again.text().contains("Alles op deze lijst staat al zo in Kring."), "{}", again.text());
        assert_eq!(import(&wietske, LIST).await.status, 303);
        assert_eq!(count(&db).await, all);
        assert_eq!(world.house.deliver().await, 0);
    }

    async fn nobody_is_mailed_when_that_was_not_ticked(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let done = wietske.upload(HERE, &[("list", LIST), ("do", "import")], None).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(added(&db).await, PLACES);
        assert_eq!(world.house.deliver().await, 0);
    }

    async fn groups_are_made_only_when_asked_for(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let list = "naam;mail;groep;rol\nZoë;zoe@voorbeeld.example;Zuid;\nBo;bo@voorbeeld.example;ZUID;\nRoos;roos@voorbeeld.example;Zuid;begeleider\n";
        let refused = import(&wietske, list).await;
        assert_eq!(refused.status, 422);
        assert!(refused.text().contains("Deze groep bestaat niet."), "{}", refused.text());
        let asked = [("list", list), ("make", "yes")];
        let shown = wietske.upload(HERE, &asked, None).await;
        assert_eq!(shown.status, 200, "{}", shown.text());
        assert!(happenings(&shown).iter().all(|row| row.contains("een nieuwe groep")), "{:?}", happenings(&shown));
        assert_eq!(values(&shown.page(), "input[type=hidden][name=make]"), ["yes"]);
        for _ in 0..2 {
            let done = wietske.upload(HERE, &[("list", list), ("make", "yes"), ("do", "import")], None).await;
            assert_eq!(done.status, 303, "{}", done.text());
        }
        let groups: Vec<String> = db
            .read(|tx| tx.all(sql!("select name from groups order by name"), args![]))
            .await
            .unwrap();
        assert_eq!(groups, ["Groep 4", "Zuid"]);
        assert_eq!(
            added(&db).await,
            ["bo - participant", "bo Zuid participant", "roos - participant", "roos Zuid facilitator", "zoe - participant", "zoe Zuid participant"]
        );
    }

    async fn whoever_gets_two_groups_hears_of_both(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let list = "naam,mail,groep,rol\nRoos,roos@voorbeeld.example,,\nRoos,roos@voorbeeld.example,Groep 4,begeleider\n\
                    Roos,roos@voorbeeld.example,Zuid,begeleider\n";
        let asked = [("list", list), ("make", "yes"), ("tell", "yes"), ("do", "import")];
        let done = wietske.upload(HERE, &asked, None).await;
        assert_eq!(done.status, 303, "{}", done.text());
        assert_eq!(world.house.deliver().await, 2);
        let mut subjects: Vec<String> = world.house.mailbox.letters().into_iter()
            .filter(|letter| letter.to == "roos@voorbeeld.example")
            .map(|letter| letter.subject)
            .collect();
        subjects.sort();
        assert_eq!(subjects, ["Je begeleidt Groep 4", "Je begeleidt Zuid"], "and not of the programme as well");
    }

    async fn two_organisers_at_once_make_nobody_twice(db) {
        let world = World::new(&db).await;
        let one = world.house.signed_in("wietske@voorbeeld.example").await;
        let other = one.copy();
        let (first, second) = tokio::join!(import(&one, LIST), import(&other, LIST));
        assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303));
        assert_eq!(added(&db).await, PLACES);
        let subjects: Vec<(String, String)> = {
            world.house.deliver().await;
            world.house.mailbox.letters().into_iter().map(|letter| (letter.to, letter.subject)).collect()
        };
        let once: BTreeSet<_> = subjects.iter().cloned().collect();
        assert_eq!(once.len(), subjects.len(), "{subjects:?}");
    }

    async fn whoever_kring_knows_elsewhere_looks_like_anybody_and_stays_who_they_are(db) {
        let world = World::new(&db).await;
        world.house.add("vreemd@voorbeeld.example", "en").await;
        db.write(|tx| tx.run(
            sql!("insert into positions (person_id, organisation_id, job) values ('vreemd@voorbeeld.example', 'o', 'arts')"),
            args![],
        )).await.unwrap();
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let row = |who: &str| format!("naam,mail,groep,organisatie,functie\nZoë,{who}@voorbeeld.example,Groep 4,Zorg,POH\n");
        let (known, unknown) = (look(&wietske, &row("vreemd")).await, look(&wietske, &row("nieuw")).await);
        assert_eq!(known.text().replace("vreemd", "nieuw"), unknown.text());
        assert_eq!(import(&wietske, &row("vreemd")).await.status, 303);
        let found: Vec<(String, String, String)> = db
            .read(|tx| tx.all(
                sql!("select p.name, p.language, w.job from people p join positions w on w.person_id = p.id"),
                args![],
            ))
            .await
            .unwrap();
        assert_eq!(found, [("vreemd".to_owned(), "en".to_owned(), "arts".to_owned())]);
        assert_eq!(added(&db).await, ["vreemd - participant", "vreemd Groep 4 participant"]);
        // Now that they are in the programme, the organiser may know how they are called.
        assert_eq!(happenings(&look(&wietske, &row("vreemd")).await), ["Verandert niets. Heet in Kring vreemd, en houdt die naam."]);
    }

    async fn a_workbook_says_the_same_as_a_text(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let mut book = Workbook::new();
        let sheet = book.add_worksheet();
        for (row, cells) in (0..).zip(LIST.lines()) {
            for (column, cell) in (0..).zip(cells.split('\t')) {
                sheet.write(row, column, cell).unwrap();
            }
        }
        let bytes = book.save_to_buffer().unwrap();
        let shown = wietske.upload(HERE, &[], Some(&bytes)).await;
        assert_eq!(shown.status, 200, "{}", shown.text());
        assert_eq!(shown.text(), look(&wietske, LIST).await.text());
        let list = values(&shown.page(), "input[name=list]").concat();
        assert_eq!(import(&wietske, &list).await.status, 303);
        assert_eq!(added(&db).await, PLACES);
    }

    async fn whoever_left_comes_back_by_a_list(db) {
        let world = World::new(&db).await;
        db.write(|tx| tx.run(
            sql!("update memberships set until = '2026-10-01' where person_id = 'noor@voorbeeld.example'"),
            args![],
        )).await.unwrap();
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let list = "naam,mail,groep\nNoor,noor@voorbeeld.example,Groep 4\n";
        for _ in 0..2 {
            assert_eq!(import(&wietske, list).await.status, 303);
        }
        let seats = seats(&db, "p").await;
        let noor: Vec<&String> = seats.iter().filter(|seat| seat.starts_with("noor")).collect();
        assert_eq!(noor, ["noor - participant", "noor Groep 4 participant"]);
    }

    async fn as_many_people_as_a_list_may_have_are_imported(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let mut list = "naam,mail,groep,organisatie,functie\n".to_owned();
        for number in 0..2_000 {
            writeln!(list, "Mens {number},mens{number}@voorbeeld.example,Groep {},De Linde,POH", number / 10).unwrap();
        }
        let done = wietske.upload(HERE, &[("list", &list), ("make", "yes"), ("tell", "yes"), ("do", "import")], None).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let (people, ..) = count(&db).await;
        assert_eq!(people, 2_005);
        assert_eq!(line(&wietske.get(done.header("location").unwrap()).await.page(), ".notice p").split(' ').nth(4), Some("2000"));
    }
}
