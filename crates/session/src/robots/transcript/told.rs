//! Events that are told in one line.

use super::Teller;
use crate::event::{ActionStatus, Ballot, Event, Place};
use crate::ids::{ActionNo, CardNo, CaseNo, Seat};
use crate::model::Moment;

impl Teller {
    /// The line for an event; `None` for one that is not worth a line.
    pub(super) fn told(&self, event: &Event) -> Option<String> {
        self.told_of_people(event)
            .or_else(|| self.told_of_lead(event))
            .or_else(|| self.told_of_time(event))
            .or_else(|| self.told_of_work(event))
            .or_else(|| self.told_of_cases(event))
    }

    /// Somebody and what they do.
    fn does(&self, seat: Seat, nl: &str, en: &str) -> String {
        format!("{} {}", self.name(seat), self.t(nl, en))
    }

    fn told_of_people(&self, event: &Event) -> Option<String> {
        Some(match event {
            Event::Joined { seat, who } => match who.place {
                Place::Room => self.does(*seat, "komt binnen (in de zaal)", "comes in (in the room)"),
                Place::Online => self.does(*seat, "komt binnen (online)", "comes in (online)"),
            },
            Event::Returned { seat, .. } => self.does(*seat, "is terug", "is back"),
            Event::Left { seat } => self.does(*seat, "gaat weg", "leaves"),
            Event::LineLost { seat } => self.does(*seat, "is de lijn kwijt", "lost the line"),
            Event::LineBack { seat } => self.does(*seat, "heeft weer lijn", "has a line again"),
            Event::PresenceConfirmed { seat, moment } => match moment {
                Moment::Start => self.does(*seat, "bevestigt er te zijn", "confirms to be there"),
                Moment::End => self.does(*seat, "bevestigt gebleven te zijn", "confirms to have stayed"),
            },
            Event::Watches { seat, watches: true } => self.does(*seat, "kijkt alleen mee", "only watches"),
            Event::Watches { seat, watches: false } => self.does(*seat, "doet weer mee", "takes part again"),
            Event::Reminded { seat, .. } => self.does(*seat, "krijgt een herinnering", "gets a reminder"),
            _ => return None,
        })
    }

    fn told_of_lead(&self, event: &Event) -> Option<String> {
        Some(match event {
            Event::LeadGiven { to } => self.does(*to, "begeleidt nu", "leads now"),
            Event::LeadTaken { by } => self.does(*by, "neemt de leiding over", "takes over the lead"),
            Event::LeadReturned { to } => self.does(*to, "neemt de leiding terug", "takes the lead back"),
            Event::RoleGiven { role, seats } => format!("{}: {}", self.role(*role), self.names(seats)),
            _ => return None,
        })
    }

    fn told_of_time(&self, event: &Event) -> Option<String> {
        let text = match event {
            Event::ClockPaused { .. } => self.t("De klok staat stil", "The clock stands still"),
            Event::ClockStarted { .. } => self.t("De klok loopt", "The clock runs"),
            Event::ClockSet { .. } => self.t("De klok krijgt andere tijd", "The clock gets other time"),
            Event::GroupClockSet { group, done, .. } => {
                let table = self.t("Tafel", "Table");
                let text = if *done {
                    self.t("is klaar", "is done")
                } else {
                    self.t("houdt een eigen klok", "keeps its own time")
                };
                return Some(format!("{table} {} {text}", usize::from(*group) + 1));
            }
            Event::SideTalkOpened { kind } => self.side_talk(*kind),
            Event::SideTalkClosed {} => self.t("Terug naar de stap", "Back to the step"),
            Event::TurnsOrdered { seats } => {
                let order = self.t("De volgorde wordt", "The order becomes");
                return Some(format!("{order} {}", self.names(seats)));
            }
            Event::TurnGiven { seat: None } => self.t("Iedereen is geweest", "Everybody had a turn"),
            Event::TurnGiven { seat: Some(seat) } => {
                return Some(self.does(*seat, "is aan de beurt", "has the turn"));
            }
            Event::TurnPassed { seat } => {
                return Some(self.does(*seat, "past en komt straks terug", "passes and comes back later"));
            }
            _ => return None,
        };
        Some(text.to_owned())
    }

    fn told_of_work(&self, event: &Event) -> Option<String> {
        Some(match event {
            Event::Rated {
                card, seat, value, ..
            } => {
                format!(
                    "{} {}: {}",
                    self.does(*seat, "beoordeelt", "rates"),
                    self.quoted(*card),
                    self.rating(value)
                )
            }
            Event::Picked { card, seat, why } => {
                let why = why.as_ref().map(|why| format!(" ({why})")).unwrap_or_default();
                format!(
                    "{} {}{why}",
                    self.does(*seat, "neemt mee:", "takes along:"),
                    self.quoted(*card)
                )
            }
            Event::Unpicked { card, seat } => {
                format!(
                    "{} {}",
                    self.does(*seat, "laat los:", "lets go of:"),
                    self.quoted(*card)
                )
            }
            Event::Voted { card, seat, ballot } => {
                let vote = self.does(*seat, "stemt op", "votes on");
                format!("{vote} {}: {}", self.quoted(*card), self.ballot(ballot))
            }
            Event::Decided { option } => self.decided(*option),
            Event::ModuleChosen { module } => {
                let chosen = self.state.now_step()?.modules.get(usize::from(*module))?;
                format!("{}: {}", self.t("Gekozen", "Chosen"), self.text(&chosen.name))
            }
            Event::Struck { card } => format!(
                "{} {}",
                self.t("Blijft niet bewaard:", "Does not stay:"),
                self.quoted(*card)
            ),
            Event::ReleaseAgreed { seat } => {
                self.does(*seat, "geeft het eigen deel vrij", "releases their own part")
            }
            Event::Released { to } => {
                format!(
                    "{} {}",
                    self.t("Het verslag gaat naar", "The report goes to"),
                    self.names(to)
                )
            }
            _ => return None,
        })
    }

    fn quoted(&self, card: CardNo) -> String {
        format!("\"{}\"", self.short(card))
    }

    fn ballot(&self, ballot: &Ballot) -> String {
        let answer = ballot.answer.as_ref().map(|answer| self.rating(answer));
        let answer = answer.unwrap_or_else(|| "•".repeat(usize::from(ballot.dots)));
        match &ballot.need {
            Some(need) => format!("{answer}: {need}"),
            None => answer,
        }
    }

    fn decided(&self, option: u8) -> String {
        let decide = self.state.now_step().and_then(|step| step.step.decide.as_ref());
        let answer =
            decide.and_then(|decide| Some((&decide.ask, &decide.options.get(usize::from(option))?.label)));
        answer
            .map(|(ask, label)| format!("{} {}", self.text(ask), self.text(label)))
            .unwrap_or_default()
    }

    fn told_of_cases(&self, event: &Event) -> Option<String> {
        let title = |no: CaseNo| self.state.case(no).map_or("", |case| case.title.as_str());
        Some(match event {
            Event::CaseProposed { owners, title, .. } => {
                format!(
                    "{} {} \"{title}\"",
                    self.names(owners),
                    self.t("brengt in:", "brings in:")
                )
            }
            Event::CaseVoted { case, seat, .. } => {
                format!(
                    "{} \"{}\"",
                    self.does(*seat, "stemt op", "votes for"),
                    title(*case)
                )
            }
            Event::CaseChosen { case, owners, .. } => {
                let chosen = self.t("Gekozen casus:", "Chosen case:");
                format!("{chosen} \"{}\" ({})", title(*case), self.names(owners))
            }
            Event::FieldUnlocked { field } => {
                let case = self.state.case_in(self.state.now_visit()?.cursor.block)?;
                let (text, _) = case.fields.get(field)?;
                format!(
                    "{}: {text}",
                    self.t("De inbrenger onthult", "The case owner reveals")
                )
            }
            Event::ActionReviewed { action, status, .. } => self.reviewed(*action, *status)?,
            Event::BroughtTaken { card, seat } => {
                let (card, _) = self.state.brought.get(card.index())?;
                format!(
                    "{} {}",
                    self.does(*seat, "neemt een idee over:", "takes an idea:"),
                    card.text
                )
            }
            _ => return None,
        })
    }

    fn reviewed(&self, action: ActionNo, status: ActionStatus) -> Option<String> {
        let action = &self.state.review(action)?.action;
        let status = match status {
            ActionStatus::Done => self.t("gedaan", "done"),
            ActionStatus::Half => self.t("half", "half done"),
            ActionStatus::NotDone => self.t("niet gedaan", "not done"),
        };
        Some(format!("{}: {} [{status}]", action.who, action.what))
    }
}
