//! Pages that were patched piece by piece look like pages that are drawn at once.

use std::task::{Context, Waker};

use session::compile::Plan;
use session::event::{Ballot, Body, Event, Recorded};
use session::ids::{SECOND, Seat, Seq};
use session::robots::{Cast, Mishaps, play};
use session::{Catalogue, Language as Speech};
use ui::{Language, Theme};

use super::page::Page;
use super::*;
use crate::id::{MeetingId, PersonId, ProgrammeId};
use crate::meetings::Meeting;

fn line(person: &str, who: Who, language: Language) -> Arc<Line> {
    let visitor = Visitor {
        language,
        theme: Theme::default(),
        here: String::new(),
        reference: String::new(),
        person: None,
    };
    let meeting = Meeting {
        id: MeetingId("m".to_owned()),
        programme_id: ProgrammeId("p".to_owned()),
        programme: String::new(),
        accent: "moss".to_owned(),
        group_id: None,
        group_name: None,
        title: String::new(),
        starts_at: 0,
        ends_at: 1,
        place: None,
        online: None,
        plan: String::new(),
        state: "planned".to_owned(),
        published_at: Some(0),
    };
    let person_id = PersonId(person.to_owned());
    let attends = session::event::Attends::Participant;
    let member = Member::new(
        super::super::Who::Person(person_id),
        person.to_owned(),
        attends,
        meeting,
    );
    let viewer = Viewer {
        visitor,
        member: Arc::new(member),
        who,
    };
    Arc::new(Line::new(viewer, Instant::now() + Duration::from_hours(1)))
}

/// What a line sends by now, as it arrives in a page.
fn read(audience: &Audience, line: &Line, page: &mut Page, now: At) {
    let mut apply = |piece: &Bytes| {
        let text = std::str::from_utf8(piece).unwrap();
        let html: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("data: "))
            .collect();
        page.apply(&html.join("\n"));
    };
    let context = Context::from_waker(Waker::noop());
    while let Poll::Ready(next) = line.poll_next(&context) {
        match next {
            Next::Piece(piece) => apply(&piece),
            Next::Behind => match audience.whole(line, &Entrance::default(), now) {
                Some(whole) => apply(&whole),
                None => return line.end(),
            },
            Next::Over => return,
        }
    }
}

fn drawn(audience: &Audience, line: &Line, now: At) -> Option<Page> {
    let eyes = line.viewer.eyes(&audience.state)?;
    let view = session::view(&audience.state, eyes, now);
    let entrance = Entrance::default();
    let parts = views::parts(&line.viewer.scene(&audience.state, view, &entrance));
    let mut page = Page::default();
    page.apply(&parts.into_iter().map(|(_, part)| part.0).collect::<String>());
    Some(page)
}

/// What robots do not do: cards that are written anew, marked and taken back, by turns.
fn also(state: &State, event: &Event, later: &[Recorded], turn: usize) -> Option<Event> {
    let Event::CardAdded(new) = event else { return None };
    let comes_again = || format!("{later:?}").contains(&format!("{:?}", new.card));
    let (card, seat) = (new.card, Seat::at(turn % state.people.len()));
    Some(match turn % 7 {
        0 => Event::CardChanged {
            card,
            body: Body::Text(format!("Anders\n\ngezegd <{turn}>\r\nvan {turn}")),
        },
        1 => Event::Picked {
            card,
            seat,
            why: Some("daarom".to_owned()),
        },
        2 => Event::Unpicked { card, seat },
        3 if !comes_again() => Event::CardRemoved { card },
        4 => Event::Rated {
            card,
            seat,
            value: "warm".to_owned(),
            note: None,
        },
        5 => Event::Voted {
            card,
            seat,
            ballot: Ballot {
                dots: 2,
                answer: None,
                need: None,
            },
        },
        _ => return None,
    })
}

/// Tells what changed, and holds every page to what it must look like; how many were held.
fn tell(method: &str, audience: &mut Audience, lines: &mut [(Arc<Line>, Page)], now: At) -> usize {
    let (is_small, mut held) = (!audience.pending.everything, 0);
    assert_eq!(audience.tell(&Entrance::default(), now), None, "nothing waits");
    let turn = audience.state.seq.0;
    for (number, (line, page)) in (0..).zip(lines) {
        read(audience, line, page, now);
        // Drawing whole pages takes nearly all the time, so each is held now and then.
        let is_held = is_small && (turn + number).is_multiple_of(3);
        if let Some(expected) = is_held.then(|| drawn(audience, line, now)).flatten() {
            held += 1;
            let name = &line.viewer.member.name;
            assert_eq!(
                page.lists, expected.lists,
                "{method}: cards of {name} after {turn}"
            );
            for (part, html) in &expected.parts {
                assert_eq!(
                    page.parts.get(part),
                    Some(html),
                    "{method}: {part} of {name} after {turn}"
                );
            }
        }
    }
    held
}

fn hold(method: &str, seed: u64) -> usize {
    let (catalogue, _) = Catalogue::built_in();
    let cast = Cast {
        people: 6,
        seed,
        mishaps: if seed.is_multiple_of(2) {
            Mishaps::ALL
        } else {
            Mishaps::default()
        },
        language: Speech::Nl,
    };
    let played = play(&catalogue, &Plan::of_method(method), &cast).unwrap();
    // One moment for all drawings: what follows from the time alone is the work of the page itself.
    let now = At(played.events[0].at.0 + 30 * 60 * SECOND);
    let mut audience = Audience::default();
    let mut lines: Vec<(Arc<Line>, Page)> = Vec::new();
    let (mut held, mut turn) = (0, 0);
    for (place, recorded) in played.events.iter().enumerate() {
        audience.state.apply(recorded);
        audience.touch(|touched, state| touched.add(state, &recorded.event));
        if let Event::Joined { who, .. } = &recorded.event {
            let language = if lines.len() % 3 == 1 {
                Language::En
            } else {
                Language::Nl
            };
            lines.push((line(&who.person, Who::Member, language), Page::default()));
            if lines.len() == 1 {
                lines.push((line("screen", Who::Screen, Language::Nl), Page::default()));
            }
            audience.lines = lines.iter().map(|(line, _)| Arc::clone(line)).collect();
            for (line, _) in &lines {
                lock(&line.inbox).is_behind = true;
            }
        }
        turn += 1;
        if let Some(event) = also(
            &audience.state,
            &recorded.event,
            &played.events[place + 1..],
            turn,
        ) {
            // A card that was never told of is not told to be gone either.
            held += tell(method, &mut audience, &mut lines, now);
            let more = Recorded {
                seq: Seq(recorded.seq.0),
                at: recorded.at,
                key: None,
                event,
            };
            audience.state.apply(&more);
            audience.touch(|touched, state| touched.add(state, &more.event));
        }
        // Now and then several things are told together.
        if turn % 4 != 3 {
            held += tell(method, &mut audience, &mut lines, now);
        }
    }
    held
}

#[test]
fn a_patched_page_looks_like_a_page_drawn_at_once() {
    let methods = [
        "focusmethode",
        "speedsparren",
        "roddelmethode",
        "tienstappenmethode",
        "zes-denkhoeden",
        "dilemmamethode",
        "deep-democracy",
        "troika",
        "knelpunten",
        "kollegiale-beratung",
        "action-learning",
        "ideeenoogst",
    ];
    let held: Vec<(&str, usize)> = (0..)
        .zip(methods)
        .map(|(seed, method)| (method, hold(method, seed)))
        .collect();
    // Where boards or piles are drawn as a whole there is little to patch.
    let tried = held.iter().filter(|(_, held)| *held > 20).count();
    assert!(tried >= 8, "hardly anything was patched: {held:?}");
}

#[test]
fn whoever_is_alike_gets_the_very_same_bytes() {
    let (catalogue, _) = Catalogue::built_in();
    let cast = Cast {
        people: 8,
        seed: 3,
        mishaps: Mishaps::default(),
        language: Speech::Nl,
    };
    let played = play(&catalogue, &Plan::of_method("focusmethode"), &cast).unwrap();
    let mut audience = Audience::default();
    let is_shared = |state: &State, card: &Event| {
        matches!(card, Event::CardAdded(card)
        if state.input(card.input).is_some_and(|input| input.mode == session::model::Mode::Group && input.max.is_none()))
    };
    for recorded in &played.events {
        audience.state.apply(recorded);
        if is_shared(&audience.state, &recorded.event) {
            let people = audience.state.people.iter().map(|person| person.person.clone());
            let lines: Vec<_> = people
                .map(|person| line(&person, Who::Member, Language::Nl))
                .collect();
            audience.lines.clone_from(&lines);
            audience.touch(|touched, state| touched.add(state, &recorded.event));
            audience.tell(&Entrance::default(), recorded.at);
            let first = |line: &Arc<Line>| lock(&line.inbox).waiting.front().map(|piece| piece.as_ptr());
            let mut pieces: Vec<_> = lines.iter().filter_map(first).collect();
            assert_eq!(pieces.len(), lines.len(), "everybody hears of it");
            pieces.sort_unstable();
            pieces.dedup();
            // The writer, the case owner, whoever leads, and the others.
            assert!(
                pieces.len() <= 4,
                "{} drawings for {} people",
                pieces.len(),
                lines.len()
            );
            return;
        }
    }
    panic!("nobody wrote for the group");
}

#[test]
fn whoever_sees_no_names_gets_a_circle_without_them() {
    let (catalogue, _) = Catalogue::built_in();
    let cast = Cast {
        people: 6,
        seed: 1,
        mishaps: Mishaps::default(),
        language: Speech::Nl,
    };
    let played = play(&catalogue, &Plan::of_method("focusmethode"), &cast).unwrap();
    let card = played
        .events
        .iter()
        .position(|row| matches!(row.event, Event::CardAdded(_)))
        .unwrap();
    let mut audience = Audience::default();
    for row in &played.events[..=card] {
        audience.state.apply(row);
    }
    let watcher = audience.state.people.len() - 1;
    audience.state.people[watcher].attends = session::event::Attends::Observer;
    audience.state.observers_see_no_names = true;
    let people = audience.state.people.iter();
    let lines: Vec<_> = people
        .map(|person| line(&person.person, Who::Member, Language::Nl))
        .collect();
    audience.lines.clone_from(&lines);
    let (now, seats) = (played.events[card].at, [Seat::at(0), Seat::at(watcher)]);
    audience.touch(|touched, _| touched.people.extend(seats));
    audience.tell(&Entrance::default(), now);
    let names: Vec<_> = audience.state.people.iter().map(|person| &person.name).collect();
    for (number, line) in lines.iter().enumerate() {
        let waiting = &lock(&line.inbox).waiting;
        let told = waiting
            .iter()
            .map(|piece| String::from_utf8_lossy(piece))
            .collect::<String>();
        let is_named = names.iter().any(|name| told.contains(name.as_str()));
        assert!(told.contains("room-circle"), "{told}");
        assert_eq!(is_named, number != watcher, "{number}: {told}");
    }
}

#[test]
fn a_line_that_takes_nothing_gets_its_page_when_it_can() {
    let (catalogue, _) = Catalogue::built_in();
    let cast = Cast {
        people: 6,
        seed: 1,
        mishaps: Mishaps::default(),
        language: Speech::Nl,
    };
    let played = play(&catalogue, &Plan::of_method("focusmethode"), &cast).unwrap();
    let card = played
        .events
        .iter()
        .position(|row| matches!(row.event, Event::CardAdded(_)))
        .unwrap();
    let mut audience = Audience::default();
    played.events[..=card]
        .iter()
        .for_each(|row| audience.state.apply(row));
    let slow = line(
        &audience.state.people[2].person.clone(),
        Who::Member,
        Language::Nl,
    );
    audience.lines.push(Arc::clone(&slow));
    let now = played.events[card].at;
    for _ in 0..1_000 {
        audience.touch(|touched, state| touched.add(state, &played.events[card].event));
        audience.touch(|touched, _| touched.people.extend([Seat::at(0)]));
        audience.beat(now);
        assert_eq!(audience.tell(&Entrance::default(), now), None, "nothing waits");
        assert!(lock(&slow.inbox).waiting.len() <= MOST_WAITING + 2);
    }
    let mut page = Page::default();
    read(&audience, &slow, &mut page, now);
    assert_eq!(Some(page), drawn(&audience, &slow, now));
}

#[test]
fn whoever_leads_is_told_of_the_others_now_and_then_and_in_the_end() {
    let (catalogue, _) = Catalogue::built_in();
    let cast = Cast {
        people: 6,
        seed: 1,
        mishaps: Mishaps::default(),
        language: Speech::Nl,
    };
    let played = play(&catalogue, &Plan::of_method("focusmethode"), &cast).unwrap();
    let now = played.events[0].at;
    let mut audience = Audience::new(Duration::from_hours(1));
    let mut told = Vec::new();
    for recorded in &played.events {
        audience.state.apply(recorded);
        if matches!(recorded.event, Event::CardAdded(_)) {
            audience.touch(|touched, state| touched.add(state, &recorded.event));
            told.push((
                audience.tell(&Entrance::default(), now).is_some(),
                audience.pending.leaders,
            ));
        }
    }
    assert_eq!(
        told.first(),
        Some(&(false, false)),
        "the first entry is told at once"
    );
    assert_eq!(told.get(1), Some(&(true, true)), "the next one has its moment");
    assert!(
        told.iter().skip(2).all(|told| *told == (false, true)),
        "and one moment is enough: {told:?}"
    );
}
