//! Lists with something wrong: every problem is said, nothing is done, and what was typed is kept.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use store::{MIGRATIONS, args, sql};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{HERE, added, happenings, import, kept, look};
use crate::calendar::world::{World, line, values};
use crate::pages::check;
use crate::site::texts;

const WRONG: &str = "naam;mail;groep;rol;taal\n\
                     Zoë;zoe@voorbeeld.example;Groep 4;;\n\
                     ;bo;Groep4;voorzitter;Fries\n\
                     \n\
                     ;fien@voorbeeld.example;;;\n\
                     Bram;bram@voorbeeld.example;Groep 4;begeleider;\n\
                     Zoë;zoe@voorbeeld.example;Groep 4;;\n\
                     Ander;zoe@voorbeeld.example;;;\n\
                     Puck;puck.verzonnen@voorbeeld.example;;;\n";

/// A workbook whose last row has a number behind which no other fits: the reader panics over it where overflow is checked.
fn choking() -> Vec<u8> {
    const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let book = format!(
        "<workbook xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"a\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
    );
    let links = format!(
        "<Relationships><Relationship Id=\"r1\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/s.xml\"/></Relationships>"
    );
    let cells = "<worksheet><sheetData><row r=\"4294967295\"/><row r=\"4294967295\"><c><v>1</v></c></row><row/></sheetData></worksheet>";
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in [
        ("xl/workbook.xml", book.as_str()),
        ("xl/_rels/workbook.xml.rels", &links),
        ("xl/worksheets/s.xml", cells),
    ] {
        archive.start_file(name, SimpleFileOptions::default()).unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

store::both_engines! {
    MIGRATIONS;

    async fn one_wrong_row_stops_all_of_them_and_each_problem_stands_at_its_row(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        for reply in [look(&wietske, WRONG).await, import(&wietske, WRONG).await] {
            assert_eq!(reply.status, 422);
            assert!(reply.text().contains("5 regels kloppen nog niet."), "{}", reply.text());
            assert_eq!(
                happenings(&reply),
                [
                    "Naam: Dit ontbreekt. Vul het in. \
                     E-mailadres: Dit is geen mailadres. Het ziet eruit als naam@organisatie.nl. \
                     Groep: Deze groep bestaat niet. Bedoel je Groep 4? Of zet het vinkje om groepen te maken. \
                     Rol: Kring kent de rol voorzitter niet. Vul deelnemer of begeleider in, of laat het leeg. \
                     Taal: In deze taal schrijft Kring geen mails: Fries. Vul nl of en in, of laat het leeg.",
                    "Naam: Dit ontbreekt. Vul het in.",
                    "Rol: Zit al in Groep 4, met een andere rol. Een rol verander je bij Mensen en groepen.",
                    "Naam: In regel 2 staat voor dit e-mailadres iets anders. Maak ze gelijk, of geef ieder een eigen adres.",
                    "E-mailadres: Dit is de regel uit het voorbeeld. Haal hem weg.",
                    "Komt nieuw in het programma. Krijgt een plek in Groep 4.",
                    "Verandert niets. Staat ook al in regel 2; dat telt één keer.",
                ]
            );
            let numbers = texts(&reply.page(), ".transfer-rows th .small:first-child");
            assert_eq!(numbers, ["Regel 3", "Regel 5", "Regel 6", "Regel 8", "Regel 9", "Regel 2", "Regel 7"]);
            assert!(texts(&reply.page(), "button[value=import]").is_empty(), "nothing to press");
            // The list is there to be mended, row by row where it was.
            let kept = kept(&reply);
            assert_eq!(kept.lines().nth(4).map(str::trim), Some("fien@voorbeeld.example"), "{kept}");
        }
        assert!(added(&db).await.is_empty());
        assert_eq!(world.house.deliver().await, 0);
        let people: i64 = db.read(|tx| tx.one(sql!("select count(*) from people"), args![])).await.unwrap();
        assert_eq!(people, 5);
        let near = look(&wietske, "naam,mail,groep\nZoë,zoe@voorbeeld.example,Groep4\n").await;
        assert_eq!(happenings(&near), ["Groep: Deze groep bestaat niet. Bedoel je Groep 4? Of zet het vinkje om groepen te maken."]);
    }

    async fn what_changed_since_the_preview_stops_the_import(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let list = "naam,mail,groep\nZoë,zoe@voorbeeld.example,Groep 4\nBo,bo@voorbeeld.example,Groep 4\n";
        let shown = look(&wietske, list).await;
        assert_eq!(shown.status, 200);
        // Another organiser places Zoë elsewhere meanwhile.
        wietske.post("/programmes/p/groups", "name=Groep+5").await;
        let fifth: String = db.read(|tx| tx.one(sql!("select id from groups where name = 'Groep 5'"), args![])).await.unwrap();
        let hand = format!("name=Zoe&mail=zoe%40voorbeeld.example&group={fifth}&role=participant");
        assert_eq!(wietske.post("/programmes/p/people/new", &hand).await.status, 303);
        let late = import(&wietske, &values(&shown.page(), "input[name=list]").concat()).await;
        assert_eq!(late.status, 422);
        assert!(late.text().contains("Doet al mee in Groep 5, en niemand doet mee in twee groepen."), "{}", late.text());
        assert_eq!(added(&db).await, ["zoe - participant", "zoe Groep 5 participant"]);
    }

    async fn what_is_no_list_is_said_at_its_field(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let large = vec![b'a'; 2 * 1024 * 1024 + 1];
        let huge = vec![b'a'; 7 * 1024 * 1024];
        let mut long = "naam,mail\n".to_owned();
        for number in 0..2_001 {
            writeln!(long, "Mens,mens{number}@voorbeeld.example").unwrap();
        }
        for (what, list, file, field, says) in [
            ("nothing", "", None, "file", "Kies een bestand, of plak een lijst hieronder."),
            ("both", "naam", Some(b"naam".as_slice()), "list", "Je koos een bestand en plakte ook een lijst."),
            ("a picture", "", Some(b"\x89PNG\r\n\x1a\n\0".as_slice()), "file", "Dit is geen spreadsheet"),
            ("an old workbook", "", Some(b"\xd0\xcf\x11\xe0".as_slice()), "file", "Dit is een oud Excel-bestand"),
            ("too large", "", Some(large.as_slice()), "file", "Dit is te groot"),
            ("far too large", "", Some(huge.as_slice()), "file", "Dit is te groot"),
            ("too long", long.as_str(), None, "list", "Dit zijn te veel regels: hoogstens 2000"),
            ("blank", "", Some(b"\n,,\n".as_slice()), "file", "Hier staat niets in."),
            ("headings alone", "naam,mail\n", None, "list", "Er staan alleen kopjes."),
            ("no headings", "Zoë;zoe@voorbeeld.example\nBo;bo@voorbeeld.example", None, "list",
             "Er is geen kolom E-mailadres. Zet dat kopje boven de kolom waarin het staat. Er is geen kolom Naam. \
              Zet dat kopje boven de kolom waarin het staat. Kring las als kopjes: Zoë, zoe@voorbeeld.example."),
            ("a column twice", "naam,mail,e-mail\nZoë,zoe@voorbeeld.example,", None, "list", "De kolom E-mailadres staat er twee keer."),
        ] {
            let reply = wietske.upload(HERE, &[("list", list)], file).await;
            assert_eq!(reply.status, 422, "{what}");
            let problem = line(&reply.page(), &format!("#{field}-problem"));
            assert!(problem.starts_with(says), "{what}: {problem}");
            if !list.is_empty() {
                let kept = kept(&reply);
                let first = list.split([',', ';', '\n']).next().unwrap();
                assert!(kept.contains(first), "{what}: {kept}");
            }
        }
        // A file without the right headings comes back as a text to mend.
        let reply = wietske.upload(HERE, &[], Some(b"Zo\xeb;zoe@voorbeeld.example")).await;
        assert_eq!(kept(&reply).trim(), "Zoë\tzoe@voorbeeld.example");
        // A form that is none of ours.
        assert_eq!(wietske.post(HERE, "list=x").await.status, 400);
    }

    async fn a_file_that_chokes_its_reader_is_no_spreadsheet(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        let reply = wietske.upload(HERE, &[], Some(&choking())).await;
        assert_eq!(reply.status, 422, "{}", reply.text());
        assert!(line(&reply.page(), "#file-problem").starts_with("Dit is geen spreadsheet"));
    }

    async fn its_pages_are_well_made_in_both_languages(db) {
        let world = World::new(&db).await;
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        for language in ["nl", "en"] {
            let browser = wietske.copy().with("accept-language", language);
            let right = "naam,mail,rol,telefoon\nZoë,zoe@voorbeeld.example,begeleider,06\n";
            for (what, reply) in [
                ("start", browser.get(HERE).await),
                ("refused", look(&browser, "x").await),
                ("wrong", look(&browser, WRONG).await),
                ("right", look(&browser, right).await),
                ("done", browser.get(&format!("{HERE}?joined=1&seated=2&unchanged=3")).await),
                ("people", browser.get("/programmes/p/people").await),
            ] {
                let faults = check(&reply.page(), language);
                assert!(faults.is_empty(), "{language} {what}: {faults:?}");
            }
        }
    }

    async fn nobody_but_an_organiser_imports_or_exports(db) {
        let world = World::new(&db).await;
        let stranger = world.house.browser();
        for name in ["thea", "noor"] {
            let browser = world.house.signed_in(&format!("{name}@voorbeeld.example")).await;
            for part in ["import", "people.csv", "people.xlsx", "import/example.csv", "import/example.xlsx"] {
                let path = format!("/programmes/p/{part}");
                assert_eq!(browser.get(&path).await.status, 404, "{name} {path}");
                assert_eq!(stranger.get(&path).await.header("location").map(|to| to.starts_with("/sign-in")), Some(true), "{path}");
            }
            assert_eq!(import(&browser, "naam,mail\nZoë,zoe@voorbeeld.example\n").await.status, 404);
        }
        assert!(added(&db).await.is_empty());
        let wietske = world.house.signed_in("wietske@voorbeeld.example").await;
        for part in ["import", "people.csv", "people.xlsx"] {
            assert_eq!(wietske.get(&format!("/programmes/other/{part}")).await.status, 404);
        }
    }
}
