//! What a page costs the database: a number of statements that does not grow with the programme.

use store::{Error, Tx, args, sql};

use crate::access::Walker;
use crate::site::{Site, run};

/// The most statements for a page of an organiser, and for anybody's own page.
const MOST: u64 = 8;
/// The most for a page on which somebody also sees what was said: it asks for cases, results and agreements as well.
const MOST_INSIDE: u64 = 13;

/// Adds groups, meetings and lists to a programme, and open meetings with their invitations.
fn enlarge(tx: &mut Tx<'_>, programme: &str, group: &str) -> Result<(), Error> {
    let people: Vec<String> = tx.all(sql!("select id from people order by id limit 12"), args![])?;
    for number in 0..12 {
        let made = format!("more-{number}");
        tx.run(
            sql!("insert into groups (id, programme_id, name) values ($1, $2, $1)"),
            args![&made, programme],
        )?;
        for (place, prefix) in [(Some(made.as_str()), "its"), (Some(group), "own"), (None, "open")] {
            let meeting = format!("{prefix}-{number}");
            tx.run(
                sql!(
                    "insert into meetings (id, programme_id, group_id, title, starts_at, ends_at, zone, plan, state, published_at)
                     select $1, $2, $3, 'Meer', ends_at + 1000000000, ends_at + 6400000000, zone, plan, 'planned', 0
                     from meetings where group_id = $4 order by starts_at desc limit 1"
                ),
                args![&meeting, programme, place, group],
            )?;
            for person in &people {
                tx.run(
                    sql!(
                        "insert into attendance (meeting_id, person_id, role, state) values ($1, $2, 'participant', 'expected')"
                    ),
                    args![&meeting, person],
                )?;
            }
            if place.is_none() {
                tx.run(
                    sql!(
                        "insert into invitations (meeting_id, goal, audience, questions, time_asked, slug, capacity)
                         values ($1, '', '', '', '', $1, 12)"
                    ),
                    args![&meeting],
                )?;
                tx.run(
                    sql!(
                        "insert into sign_ups (id, meeting_id, form_key, name, mail, language, state, person_id, asked_at)
                         select $1 || p.id, $1, $1 || p.id, p.name, p.mail, 'nl', 'coming', p.id, 0
                         from people p join attendance a on a.person_id = p.id where a.meeting_id = $1"
                    ),
                    args![&meeting],
                )?;
            }
        }
    }
    Ok(())
}

/// The pages of an organiser.
fn of_organiser(programme: &str, group: &str, meeting: &str) -> Vec<String> {
    let of_programme = |part: &str| format!("{programme}{part}");
    [
        "/my".to_owned(),
        "/programmes".to_owned(),
        "/programmes/new".to_owned(),
        of_programme(""),
        of_programme("/overview"),
        of_programme("/settings"),
        of_programme("/people"),
        of_programme("/people/new"),
        of_programme("/composing"),
        of_programme("/latecomers"),
        of_programme("/people.csv"),
        of_programme("/import"),
        of_programme("/applications"),
        of_programme("/openings"),
        of_programme("/openings/new"),
        of_programme("/openings/open-0"),
        of_programme("/openings/open-0/invitation"),
        of_programme("/enrolment"),
        of_programme("/mailings"),
        of_programme("/threads"),
        of_programme("/directory"),
        "/my/directory".to_owned(),
        of_programme("/threads/new"),
        of_programme("/mailings/samples"),
        of_programme("/categories"),
        of_programme("/evaluation"),
        of_programme("/figures"),
        of_programme("/sponsors"),
        group.to_owned(),
        format!("{group}/series"),
        format!("{group}/polls/new"),
        format!("{group}/topics"),
        meeting.to_owned(),
        format!("{meeting}/date"),
        format!("{meeting}/attendance"),
    ]
    .to_vec()
}

/// Pages about somebody, and those of a programme that everybody in it sees.
fn of_somebody(programme: &str) -> Vec<String> {
    [
        "/my",
        "/my/calendar",
        "/my/cases",
        "/my/devices",
        "/library",
        "/library?words=rooster&theme=leading",
        "/library/mine",
        "/library/checks",
        "/library/wishes",
        programme,
    ]
    .map(ToOwned::to_owned)
    .to_vec()
}

#[test]
fn no_page_asks_more_of_the_database_because_there_is_more_in_it() {
    run(async {
        let site = Site::demo().await;
        let member = Walker::of(&site, "Saskia Windheuvel").await;
        let group = member.link("/my", "Praktijkmanagers Wolderland").await;
        let meeting = member.link(&group, "Taken en grenzen").await;
        let effect = "De digitale balie is er, en toch staat de telefoon roodgloeiend";
        let coach = Walker::of(&site, "Thea Lindeborg").await;
        let bottleneck = coach.link(&format!("{group}/bottlenecks"), effect).await;
        let programme = member.link(&group, "Intervisie voor praktijkmanagers").await;
        let (programme_id, group_id) = (id_in(&programme), id_in(&group));
        site.app
            .db
            .write(move |tx| enlarge(tx, &programme_id, &group_id))
            .await
            .unwrap();
        let organiser = of_organiser(&programme, &group, &meeting);
        let own = of_somebody(&programme);
        let inside = [
            format!("{group}/threads"),
            format!("{group}/threads/new"),
            group.clone(),
            format!("{group}/rota"),
            format!("{group}/topics"),
            format!("{group}/cases"),
            format!("{group}/cases/new"),
            format!("{group}/cases/quick"),
            format!("{group}/returns"),
            format!("{group}/bottlenecks"),
            format!("{group}/bottlenecks/new"),
            bottleneck,
            meeting,
        ];
        let mut dear = Vec::new();
        for (name, paths, most) in [
            ("Wietske Molenrak", organiser.as_slice(), MOST),
            ("Saskia Windheuvel", own.as_slice(), MOST),
            ("Saskia Windheuvel", inside.as_slice(), MOST_INSIDE),
            ("Thea Lindeborg", own.as_slice(), MOST),
            ("Thea Lindeborg", inside.as_slice(), MOST_INSIDE),
        ] {
            let walker = Walker::of(&site, name).await;
            for path in paths {
                let before = site.app.db.statements();
                let reply = walker.get(path).await;
                let asked = site.app.db.statements() - before;
                assert_eq!(reply.status, 200, "{name} {path}");
                if asked > most {
                    dear.push(format!("{name} {path}: {asked} statements"));
                }
            }
        }
        assert!(dear.is_empty(), "{}", dear.join("\n"));
    });
}

fn id_in(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}
