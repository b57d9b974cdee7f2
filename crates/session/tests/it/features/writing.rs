//! F21 to F29: what people write, and who sees it.

use session::event::{BroughtCard, Event, Facilitation, PreparedCase, Spot};
use session::ids::{BroughtNo, InputNo, Seat, VisitNo};
use session::model::{BoardKind, Mode, ResultKind, Role, Word};
use session::report::outcomes;
use session::{Command, Refusal};

use crate::room::{Room, form, opening, script, texts};
use crate::small;

const MODES: [&str; 6] = ["private", "group", "owner", "facilitator", "anonymous", "survey"];
const REVEALS: [&str; 4] = ["facilitator", "time", "ready", "step"];

/// A step with an input of each mode, one with a blind input for each way of showing, and one that shows the last.
fn modes_and_reveals() -> String {
    let input = |mode: &str, more: &str| {
        format!("[[step.input]]\nid = \"{mode}{more}\"\nlabel = T\nmode = \"{mode}\"\n")
    };
    let blind = |when: &str| format!("{}reveal = \"{when}\"\n", input("blind", when));
    let minute = "minutes = 1\n".to_owned();
    let first = small::step(
        "a",
        &(minute.clone() + &MODES.map(|mode| input(mode, "")).concat()),
    );
    let second = small::step("b", &(minute + &REVEALS.map(blind).concat()));
    first + &second + &small::step("c", "shows = [\"blindstep\"]")
}

#[test]
fn f21_what_is_written_is_seen_as_its_mode_says_and_shown_by_hand_at_zero_when_ready_or_with_the_next_step() {
    let mut room = Room::of(3, small::script("case = \"one\"", &modes_and_reveals()));
    room.owner(&[1]);
    room.lead(Command::Begin);
    for mode in MODES {
        room.write(2, mode, mode);
    }
    let seen = [2, 1, 0, 3].map(|seat| room.texts(seat).join(" "));
    let expected = [
        "private group owner facilitator anonymous",
        "group owner anonymous",
        "group facilitator anonymous",
        "group anonymous",
    ];
    assert_eq!(
        seen, expected,
        "the writer, the owner, the facilitator, somebody else"
    );
    assert_eq!(texts(&room.screen()), ["group", "anonymous"]);
    room.next();
    for when in REVEALS {
        room.write(2, &format!("blind{when}"), when);
    }
    assert_eq!((room.texts(3).len(), room.texts(2).len()), (0, 4));
    room.lead(Command::Reveal(room.input("blindfacilitator")));
    assert_eq!(room.texts(3), REVEALS[..1]);
    room.wait(61);
    room.house(Command::Tick);
    assert_eq!(room.texts(3), REVEALS[..2]);
    for seat in 1..=3 {
        room.by(seat, Command::Ready);
    }
    assert_eq!(room.texts(3), REVEALS[..3]);
    room.next();
    assert_eq!(room.texts(3), REVEALS[3..]);
}

#[test]
fn f22_entries_are_counted_and_limited_in_words_and_sentences_with_a_starter() {
    let mut room = Room::of(6, script(&["focusmethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.until("central-question");
    let entry = |room: &Room, text: &str| Command::Add(Box::new(room.entry("core", text)));
    let long = entry(&room, &"woord ".repeat(31));
    assert_eq!(room.refused(2, long), Refusal::TooManyWords { max: 30, has: 31 });
    let two = entry(&room, "Dit is de eerste zin. En dit is de tweede.");
    assert_eq!(room.refused(2, two), Refusal::TooManySentences { max: 1 });
    let view = room.sees(2);
    let input = &view.inputs[0];
    assert_eq!(
        (input.min, input.max, input.used, input.open),
        (1, Some(1), 0, true)
    );
    assert_eq!(
        input.starter.map(|text| text.nl.as_str()),
        Some("De centrale vraag is …")
    );
    room.write(2, "core", "De centrale vraag is wat ik zelf wil.");
    let again = entry(&room, "Nog een.");
    assert_eq!(room.refused(2, again), Refusal::Enough { max: 1 });
    assert!(!room.sees(2).inputs[0].open);
}

#[test]
fn f23_without_a_name_the_writer_is_not_stored_and_one_for_each_still_holds() {
    let steps = small::step(
        "a",
        "[[step.input]]\nid = \"i\"\nlabel = T\nmode = \"anonymous\"\nmin = 1\nmax = 1",
    );
    let mut room = Room::begun(4, small::script("case = \"none\"", &steps));
    for seat in 1..=3 {
        let card = room.write(seat, "i", &format!("van {seat}"));
        assert_eq!(
            room.state.card(card).map(|card| (card.author, card.typed_by)),
            Some((None, None))
        );
    }
    let again = Command::Add(Box::new(room.entry("i", "nog een")));
    assert_eq!(room.refused(2, again), Refusal::Enough { max: 1 });
    let rows = room.rows();
    let writes = rows.iter().filter(|row| row.contains("card_added"));
    assert!(
        writes.clone().count() == 3 && writes.clone().all(|row| !row.contains("author")),
        "{writes:?}"
    );
    assert!(
        room.sees(1)
            .cards
            .iter()
            .all(|card| card.author.is_none() && !card.mine)
    );
    assert_eq!(
        room.sees(1).circle.iter().filter(|seat| seat.wrote).count(),
        3,
        "that somebody wrote is known"
    );
    room.end();
    assert!(
        room.events
            .iter()
            .any(|row| matches!(&row.event, Event::Sealed(sealed) if sealed.cards.len() == 3))
    );
}

const BOARDS: [(&str, BoardKind, &[&str]); 5] = [
    ("hats", BoardKind::Columns, &["white", "red"]),
    ("quad", BoardKind::Quadrants, &["a", "b", "c", "d"]),
    ("table", BoardKind::Table, &["value", "norm"]),
    ("line", BoardKind::Scale, &["no", "yes"]),
    ("fish", BoardKind::Fishbone, &["people", "means"]),
];

/// A room with a board of each kind.
fn boards() -> Room {
    let column = |id: &&str| format!("{{ id = \"{id}\", label = T }}");
    let board = |(id, kind, columns): (&str, BoardKind, &[&str])| {
        let columns: Vec<String> = columns.iter().map(column).collect();
        let (kind, columns) = (kind.word(), columns.join(", "));
        format!("[[board]]\nid = \"{id}\"\nkind = \"{kind}\"\nlabel = T\ncolumns = [ {columns} ]\n")
    };
    let input = |(id, ..): (&str, BoardKind, &[&str])| {
        let shape = format!("mode = \"group\"\nkind = \"board\"\nboard = \"{id}\"\n");
        format!("[[step.input]]\nid = \"{id}-card\"\nlabel = T\n{shape}")
    };
    let head = "case = \"none\"\n".to_owned() + &BOARDS.map(board).concat();
    let step = small::step("a", &BOARDS.map(input).concat());
    Room::begun(3, small::script(&head, &step))
}

fn spot(column: &str) -> Spot {
    Spot {
        column: column.to_owned(),
        ..Spot::default()
    }
}

fn put(room: &Room, board: &str, spot: Spot) -> Command {
    Command::Add(Box::new(session::command::Entry {
        spot: Some(spot),
        ..room.entry(&format!("{board}-card"), "kaart")
    }))
}

#[test]
fn f24_boards_are_columns_quadrants_tables_scales_and_fishbones() {
    let mut room = boards();
    let kinds: Vec<BoardKind> = room.screen().boards.iter().map(|board| board.kind).collect();
    assert_eq!(kinds, BOARDS.map(|(_, kind, _)| kind));
    let nowhere = put(&room, "hats", spot("green"));
    assert_eq!(room.refused(1, nowhere), Refusal::NoSuchPlace);
    for (board, column) in [("hats", "red"), ("quad", "d"), ("fish", "means")] {
        let card = put(&room, board, spot(column));
        room.by(1, card);
    }
    let lies = |room: &Room| {
        room.state
            .card(room.last_card())
            .and_then(|card| card.spot.clone())
            .expect("a spot")
    };
    let row = Some(" cliënt ".to_owned());
    let in_a_row = put(&room, "table", Spot { row, ..spot("norm") });
    room.by(1, in_a_row);
    assert_eq!(lies(&room).row.as_deref(), Some("cliënt"));
    let position = Some(130);
    let beyond = put(
        &room,
        "line",
        Spot {
            position,
            ..spot("yes")
        },
    );
    room.by(2, beyond);
    assert_eq!(lies(&room).position, Some(100), "never beyond the end");
    // Without a place between the ends a card lies at the end it was put at.
    for (end, place) in [("no", 0), ("yes", 100)] {
        let put = put(&room, "line", spot(end));
        room.by(2, put);
        assert_eq!(lies(&room).position, Some(place), "{end}");
    }
    let (card, position) = (room.last_card(), Some(40));
    let spot = Spot {
        position,
        ..spot("no")
    };
    room.by(3, Command::Move { card, spot });
    assert_eq!(
        lies(&room).position,
        Some(40),
        "on a shared board everybody moves cards"
    );
}

#[test]
fn f25_a_form_is_filled_in_by_each_and_every_role_has_its_own_prompt() {
    let mut room = Room::of(6, script(&["dilemmamethode"]));
    room.owner(&[1]);
    room.lead(Command::Begin);
    room.until("weighing");
    let fields: Vec<String> = room.sees(2).inputs[0]
        .fields
        .iter()
        .map(|field| field.id.clone())
        .collect();
    assert_eq!(fields, ["choice", "value", "harm", "limit", "need"]);
    let add = |room: &Room, body| {
        Command::Add(Box::new(session::command::Entry {
            body,
            ..room.entry("own-choice", "")
        }))
    };
    let strange = add(&room, form(&[("choise", "A")]));
    assert_eq!(
        room.refused(2, strange),
        Refusal::BadField {
            field: "choise".to_owned()
        }
    );
    let empty = add(&room, form(&[("choice", "  ")]));
    assert_eq!(room.refused(2, empty), Refusal::Empty);
    let whole = add(&room, form(&[("choice", "A"), ("harm", "vertrouwen")]));
    room.by(2, whole);
    let mut focus = Room::of(6, script(&["focusmethode"]));
    focus.owner(&[1]);
    focus.lead(Command::Begin);
    let does = |seat: u16| {
        focus
            .sees(seat)
            .step
            .and_then(|step| step.does.map(|text| text.nl.clone()))
    };
    assert!(does(1).is_some() && does(2).is_some() && does(1) != does(2));
    let tip = |seat: u16| {
        focus
            .sees(seat)
            .step
            .and_then(|step| step.tip.map(|text| text.nl.clone()))
    };
    assert!(tip(0).is_some() && tip(1).is_none(), "a tip for whoever leads");
}

#[test]
fn f26_a_closed_part_of_the_case_opens_only_in_its_step() {
    let prepared = PreparedCase {
        owners: vec!["p1".to_owned()],
        title: "Voorval".to_owned(),
        fields: [("outcome".to_owned(), "Ik ben weggelopen.".to_owned())].into(),
        ..PreparedCase::default()
    };
    let mut opening = opening(script(&["incidentmethode"]), Facilitation::Outside);
    opening.cases.push(prepared);
    let mut room = Room::with(5, opening);
    room.lead(Command::Begin);
    room.lead(Command::ChooseCase {
        way: session::model::ChoiceWay::Urgency,
        case: None,
    });
    room.until("situation");
    let reads = |room: &Room, seat: u16| room.sees(seat).case.map_or(0, |case| case.fields.len());
    assert_eq!(
        (reads(&room, 1), reads(&room, 2), reads(&room, 0)),
        (1, 0, 0),
        "only the owner"
    );
    assert_eq!(
        room.refused(1, Command::Unlock("outcome".to_owned())),
        Refusal::NotInThisStep
    );
    room.until("what-happened");
    assert_eq!(room.sees(1).step.map(|step| step.may_unlock.len()), Some(1));
    assert_eq!(
        room.refused(2, Command::Unlock("outcome".to_owned())),
        Refusal::OnlyOwner
    );
    room.by(1, Command::Unlock("outcome".to_owned()));
    assert_eq!((reads(&room, 2), reads(&room, 0)), (1, 1));
    assert!(
        room.screen()
            .case
            .is_some_and(|case| case.fields[0].1 == "Ik ben weggelopen.")
    );
}

#[test]
fn f27_idea_cards_travel_with_a_coarse_origin_and_become_ideas_again() {
    let mut opening = opening(script(&["smart-werkplaats"]), Facilitation::Outside);
    for n in 0..6 {
        opening.brought.push(BroughtCard {
            text: format!("idee {n}"),
            origin: "een groep elders".to_owned(),
        });
    }
    let mut room = Room::with(4, opening);
    room.lead(Command::Begin);
    while room.sees(1).dealt.is_empty() {
        room.next();
    }
    let mut dealt: Vec<BroughtNo> = (1..=4)
        .flat_map(|seat| {
            room.sees(seat)
                .dealt
                .iter()
                .map(|card| card.card)
                .collect::<Vec<_>>()
        })
        .collect();
    dealt.sort_unstable();
    assert_eq!(
        dealt,
        (0..6).map(BroughtNo).collect::<Vec<_>>(),
        "each card to one person"
    );
    let view = room.sees(2);
    assert_eq!(view.dealt[0].origin, "een groep elders");
    let card = view.dealt[0].card;
    room.by(2, Command::TakeBrought(card));
    assert!(room.sees(2).dealt[0].taken);
    assert!(room.screen().dealt.is_empty());
    let mut ideas = Room::begun(4, script(&["ideeenoogst"]));
    ideas.until("write");
    ideas.write(1, "idea", "samen bellen");
    ideas.next();
    let harvest: Vec<ResultKind> = outcomes(&ideas.state, None)
        .iter()
        .map(|outcome| outcome.kind)
        .collect();
    assert_eq!(harvest, [ResultKind::Idea], "ready to travel on");
}

#[test]
fn f28_what_is_given_to_the_owner_is_theirs_to_keep_or_strike() {
    let steps = small::step(
        "a",
        "[[step.input]]\nid = \"i\"\nlabel = T\nmode = \"owner\"\nresult = \"advice\"\nwho = [\"participants\"]",
    );
    let mut room = Room::of(4, small::script("case = \"one\"", &steps));
    room.owner(&[1]);
    room.lead(Command::Begin);
    let keeps = room.write(2, "i", "blijft");
    let strikes = room.write(3, "i", "weg");
    assert_eq!(
        (
            room.texts(1).len(),
            room.texts(2).len(),
            room.texts(4).len(),
            room.texts(0).len()
        ),
        (2, 1, 0, 0)
    );
    assert_eq!(room.refused(1, Command::Strike(strikes)), Refusal::NotOver);
    room.end();
    assert_eq!(room.refused(4, Command::Strike(strikes)), Refusal::OnlyOwner);
    room.by(1, Command::Strike(strikes));
    room.by(1, Command::Strike(keeps));
    room.by(1, Command::Keep(keeps));
    let struck: Vec<bool> = outcomes(&room.state, Some(Seat(1)))
        .iter()
        .map(|outcome| outcome.struck)
        .collect();
    assert_eq!(struck, [false, true]);
    assert_eq!(outcomes(&room.state, None).len(), 0, "nobody else gets it");
}

#[test]
fn f29_the_scribe_or_the_facilitator_types_for_others_and_for_the_group() {
    let steps = small::step(
        "a",
        "[[step.input]]\nid = \"own\"\nlabel = T\nmode = \"group\"\nmax = 1\n[[step.input]]\nid = \"all\"\nlabel = T\nmode = \"group\"\ntogether = true\nmax = 1",
    );
    let head = "case = \"none\"\n[[role]]\nrole = \"scribe\"\nhow = \"choice\"";
    let mut room = Room::of(4, small::script(head, &steps));
    room.lead(Command::GiveRole {
        role: Role::Scribe,
        seats: vec![Seat(2)],
    });
    room.lead(Command::Begin);
    let on_behalf = |room: &Room, seat: u16| {
        Command::Add(Box::new(session::command::Entry {
            on_behalf_of: Some(Seat(seat)),
            ..room.entry("own", "op papier")
        }))
    };
    let typed = on_behalf(&room, 4);
    assert_eq!(room.refused(1, typed.clone()), Refusal::NotForYou);
    room.by(2, typed);
    let card = room.state.card(room.last_card()).expect("the card").clone();
    assert_eq!((card.author, card.typed_by), (Some(Seat(4)), Some(Seat(2))));
    let own = Command::Add(Box::new(room.entry("own", "zelf")));
    assert_eq!(
        room.refused(4, own),
        Refusal::Enough { max: 1 },
        "it counts as theirs"
    );
    let group = Command::Add(Box::new(room.entry("all", "één uitkomst van de flap")));
    room.lead(group);
    let card = room.state.card(room.last_card()).expect("the card").clone();
    assert_eq!(
        (card.author, card.typed_by),
        (None, Some(Seat(0))),
        "one text of the whole group"
    );
    assert_eq!(
        room.state.input(InputNo(1)).map(|input| input.mode),
        Some(Mode::Group)
    );
    assert_eq!(card.visit, VisitNo(0));
}
