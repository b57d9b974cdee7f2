//! Handlers for owners: from a treated case to an entry, and writing it.

use anyhow::Context as _;
use axum::extract::State;
use axum::response::{IntoResponse as _, Redirect, Response};
use ui::Problems;
use ui::locale::and_list;

use super::form::{Lists, as_posted, filled, to_check};
use super::guard::with_replaced;
use super::letters::News;
use super::pages::Seen;
use super::returning;
use super::rules::{Act, SCOPES, State as Stand, use_for};
use super::text::Text;
use super::views::{self, Offer, Sheet};
use super::{Entry, Treated, store, telling};
use crate::app::App;
use crate::auth::Person;
use crate::calendar::choices;
use crate::error::Answer;
use crate::id::PersonId;
use crate::meetings::{self, rules::is_for};
use crate::post;
use crate::vault;
use crate::web::{Form, Html, Path, Posted, Reading, Visitor};

/// A treated case of this person; for everybody else there is none.
pub(super) async fn treated(app: &App, person: &PersonId, case: String) -> Result<Treated, Answer> {
    let person = person.clone();
    let found = app
        .db
        .read(move |tx| store::treated(tx, &person, Some(&case)))
        .await
        .context("loading a treated case")?;
    found.into_iter().next().ok_or(Answer::NotFound)
}

/// Says what sharing is, and asks for consent.
pub(super) async fn offer(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Path(case): Path<String>,
) -> Result<Response, Answer> {
    let case = treated(&app, &me.person, case).await?;
    if let Some(entry) = &case.entry_id {
        return Ok(Redirect::to(&format!("/library/entries/{entry}")).into_response());
    }
    let posted = Posted::default().with("scope", SCOPES[0]);
    let offer = Offer {
        case: &case,
        posted: &posted,
        problems: &Problems::none(),
    };
    Ok(views::offer(&visitor, &offer).into_response())
}

/// Begins an entry with what its owner may take along. A case is shared once, however often this is sent.
pub(super) async fn begin(
    State(app): State<App>,
    visitor: Visitor,
    Person(me): Person,
    Path(case): Path<String>,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let case = treated(&app, &me.person, case).await?;
    if let Some(entry) = &case.entry_id {
        return Ok(Redirect::to(&format!("/library/entries/{entry}")).into_response());
    }
    let mut reading = Reading::new(&posted, visitor.words());
    let scope = reading.one_of("scope", &SCOPES);
    if !reading.ticked("consent") {
        reading.wrong("consent", visitor.words().library_consent_missing());
    }
    if reading.ticked("consent") && SCOPES.contains(&scope.as_str()) {
        let missing = consented(&app, (&case.id, &me.person), &scope).await?;
        if !missing.is_empty() {
            let names = and_list(visitor.language, &missing);
            reading.wrong("consent", visitor.words().library_consent_of_others(names));
        }
    }
    let scope = reading.done(scope).map_err(|problems| {
        Answer::Invalid(views::offer(
            &visitor,
            &Offer {
                case: &case,
                posted: &posted,
                problems: &problems,
            },
        ))
    })?;
    let entry = add(&app, &me.person, case, scope).await?;
    Ok(Redirect::to(&format!("/library/entries/{entry}/text")).into_response())
}

/// Notes the yes of one owner; answers the names of those who have not said it.
async fn consented(app: &App, who: (&str, &PersonId), scope: &str) -> anyhow::Result<Vec<String>> {
    let (case, person) = (who.0.to_owned(), who.1.clone());
    let (used, now) = (use_for(scope), app.clock.now().as_microsecond());
    app.db
        .write(move |tx| store::allow(tx, (&case, &person), used, now))
        .await
        .context("noting what an owner allows")
}

async fn add(app: &App, owner: &PersonId, case: Treated, scope: String) -> anyhow::Result<String> {
    let now = app.clock.now();
    let id = app.ids.id(now)?;
    let text = prefilled(app, owner, &case).await?;
    let live = app
        .db
        .read(vault::store::live)
        .await
        .context("looking up the keys")?;
    let (key, wrapped) = app.vault.fresh(&id, &live, &app.ids)?;
    let sealed = key.seal("draft", &text.write()?, &app.ids)?;
    let (owner, case_id) = (owner.clone(), case.id.clone());
    let entry = Entry {
        id,
        case_id: case.id,
        programme_id: case.programme_id,
        programme: case.programme,
        accent: case.accent,
        organisation: case.organisation,
        group_id: case.group_id,
        owner_id: owner.clone(),
        owner: String::new(),
        state: Stand::Draft.word().to_owned(),
        shelf: super::Shelf::Off.word().to_owned(),
        scope,
        published_at: None,
        review_on: None,
        asked_at: None,
        version: 1,
        wrapped: None,
        draft: None,
        public: None,
        question: None,
    };
    app.db
        .write(move |tx| {
            // Whoever replaces the key of the installation in the same moment is seldom enough: it is pressed again.
            let at = now.as_microsecond();
            if vault::store::accepts(tx, &wrapped.key, at)? && store::add(tx, &entry, at)? {
                vault::store::keep(tx, &entry.id, &wrapped)?;
                store::keep(tx, &entry.id, "draft", &sealed)?;
                return Ok(Some(entry.id.clone()));
            }
            let known = store::treated(tx, &owner, Some(&case_id))?;
            Ok::<_, ::store::Error>(known.into_iter().next().and_then(|case| case.entry_id))
        })
        .await
        .context("keeping a new entry")?
        .context("an entry that is gone again")
}

/// What its owner can start from: title and question as they stand on the agenda, what they themselves took along from the meeting, and
/// what they told afterwards. The story of the case is not among it: it was written for the closed group.
async fn prefilled(app: &App, owner: &PersonId, case: &Treated) -> anyhow::Result<Text> {
    let mut text = Text::default();
    text.set("title", &case.title);
    text.set("question", &case.question);
    let meeting = case.meeting_id.clone();
    let outcomes = app
        .db
        .read(move |tx| meetings::store::outcomes(tx, &meeting))
        .await
        .context("loading what a meeting left behind")?;
    let kept: Vec<String> = outcomes
        .iter()
        .filter(|outcome| is_for(outcome, owner, &[owner]))
        .filter(|outcome| {
            outcome
                .case_title
                .as_ref()
                .is_none_or(|title| *title == case.title)
        })
        .filter(|outcome| {
            let mut takers = outcome.takers.iter();
            takers.any(|taker| taker.person_id.as_ref() == Some(owner))
        })
        .map(|outcome| format!("- {}", outcome.text.trim()))
        .collect();
    text.set("advice", &kept.join("\n"));
    if let Some(told) = returning::told(app, &case.id).await? {
        text.set("result", told.text.as_str());
    }
    Ok(text)
}

/// What somebody may choose from.
async fn lists(app: &App, entry: &Entry) -> anyhow::Result<Lists> {
    let (owner, programme) = (entry.owner_id.clone(), entry.programme_id.clone());
    let (interventions, jobs) = app
        .db
        .read(move |tx| {
            let interventions = store::interventions(tx, &programme)?;
            Ok::<_, ::store::Error>((interventions, store::jobs(tx, &owner)?))
        })
        .await
        .context("loading what an entry can be about")?;
    Ok(Lists {
        methods: choices(&app.catalogue).map(|method| method.id.clone()).collect(),
        interventions,
        jobs,
    })
}

/// What somebody wrote, in the form.
pub(super) async fn show(State(app): State<App>, visitor: Visitor, seen: Seen) -> Result<Html, Answer> {
    let seen = seen.only(Act::Write)?;
    let posted = as_posted(&seen.entry.draft(&app)?, seen.entry.version);
    let lists = lists(&app, &seen.entry).await?;
    Ok(page(
        &app,
        &visitor,
        (&seen, &lists),
        (&posted, &Problems::none()),
    )?)
}

fn page(
    app: &App,
    visitor: &Visitor,
    (seen, lists): (&Seen, &Lists),
    (posted, problems): (&Posted, &Problems),
) -> anyhow::Result<Html> {
    let sheet = Sheet {
        catalogue: &app.catalogue,
        entry: &seen.entry,
        question: seen.entry.question(app)?,
        has_checker: !seen.checkers.is_empty(),
        lists,
        posted,
        problems,
    };
    Ok(views::write(visitor, &sheet))
}

/// Keeps what was written, when nobody changed it meanwhile on another device; and sends it to be checked when its owner wants that.
pub(super) async fn save(
    State(app): State<App>,
    visitor: Visitor,
    seen: Seen,
    Form(posted): Form<Posted>,
) -> Result<Response, Answer> {
    let here = format!("/library/entries/{}", seen.entry.id);
    let sends = posted.text("do") == "send";
    if sends && seen.is_owner() && seen.entry.state() == Stand::Checking {
        // Pressed twice.
        return Ok(Redirect::to(&here).into_response());
    }
    let seen = seen.only(Act::Write)?;
    let lists = lists(&app, &seen.entry).await?;
    let wrong = |posted: &Posted, problems: &Problems| -> Result<Html, Answer> {
        Ok(page(&app, &visitor, (&seen, &lists), (posted, problems))?)
    };
    if !posted.text("replace").is_empty() {
        let spot = posted.text("replace").to_owned();
        let posted = with_replaced(posted, &spot);
        return Ok(wrong(&posted, &Problems::none())?.into_response());
    }
    let read = if sends {
        to_check(&posted, &lists, visitor.words())
    } else {
        filled(&posted, &lists, visitor.words())
    };
    let text = match read {
        Ok(text) => text,
        Err(problems) => return Err(Answer::Invalid(wrong(&posted, &problems)?)),
    };
    let sends = sends && !seen.checkers.is_empty();
    let version: i64 = posted.text("version").parse().unwrap_or(0);
    if keep(&app, &seen, (&text, version), sends).await? {
        let answer = match posted.text("do") {
            "auto" => format!("{} {}", seen.entry.id, version + 1).into_response(),
            _ => Redirect::to(&here).into_response(),
        };
        return Ok(answer);
    }
    // What was typed stays in the form; saving again puts it in the place of what is there now.
    let mut problems = Problems::none();
    problems.add("whole", visitor.words().briefs_stale());
    let newer = posted.with("version", &seen.entry.version.to_string());
    Err(Answer::Conflict(wrong(&newer, &problems)?))
}

async fn keep(app: &App, seen: &Seen, (text, version): (&Text, i64), sends: bool) -> anyhow::Result<bool> {
    let entry = &seen.entry;
    let sealed = entry.key(app)?.seal("draft", &text.write()?, &app.ids)?;
    let now = app.clock.now();
    let (state, mails) = if sends {
        let mails = telling::mails(app, entry, (News::Waits, version), (&seen.checkers, &seen.name)).await?;
        (Stand::Checking, mails)
    } else if entry.state() == Stand::Returned {
        (Stand::Returned, Vec::new())
    } else {
        (Stand::Draft, Vec::new())
    };
    let id = entry.id.clone();
    app.db
        .write(move |tx| {
            let at = now.as_microsecond();
            let is_kept = store::change(tx, (&id, version), state.word(), at)?;
            if is_kept {
                store::keep(tx, &id, "draft", &sealed)?;
                for mail in &mails {
                    post::store::enqueue(tx, mail, at)?;
                }
            }
            Ok::<_, ::store::Error>(is_kept)
        })
        .await
        .context("keeping an entry")
}
