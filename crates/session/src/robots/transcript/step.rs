//! How the beginning of a step is told.

use super::Teller;
use crate::event::{Entered, SmallGroup, Way};
use crate::ids::{At, DAY, SECOND};
use crate::model::{Basis, OwnerPlace, StepKind};
use crate::script::{Pace, ScriptStep};

impl Teller {
    pub(super) fn step(&mut self, entered: &Entered, at: At) {
        let Some(step) = self.state.script.step(entered.cursor.step).cloned() else {
            return;
        };
        self.lines.push(String::new());
        let way = match &entered.way {
            Way::Back => self.t("Terug naar: ", "Back to: "),
            Way::Jump => self.t("Door naar: ", "On to: "),
            Way::Skipped(_) => self.t("Overgeslagen, nu: ", "Skipped, now: "),
            _ => "",
        };
        let title = format!(
            "{way}{}{} ({})",
            self.text(&step.step.title),
            self.round(entered),
            self.length(&step, entered)
        );
        let time = self.time(at);
        self.lines.push(format!("{time}  ## {title}"));
        self.rules_of(&step, entered);
        self.groups(&entered.groups);
        for (card, seat) in &entered.dealt {
            let text = self
                .state
                .brought
                .get(card.index())
                .map(|(card, _)| format!("{} ({})", card.text, card.origin));
            let line = format!(
                "{} {} {}",
                self.name(*seat),
                self.t("krijgt:", "gets:"),
                text.unwrap_or_default()
            );
            self.indented(&line);
        }
    }

    pub(super) fn round(&self, entered: &Entered) -> String {
        let Some((round, of, repeat)) = self.state.round_of(&entered.cursor).filter(|(_, of, _)| *of > 1)
        else {
            return String::new();
        };
        let label = repeat
            .label
            .as_ref()
            .map_or(self.t("Ronde", "Round"), |label| self.text(label));
        let client = entered
            .client
            .map(|seat| format!(": {}", self.name(seat)))
            .unwrap_or_default();
        format!(
            ", {} {round} {} {of}{client}",
            label.to_lowercase(),
            self.t("van", "of")
        )
    }

    pub(super) fn length(&self, step: &ScriptStep, entered: &Entered) -> String {
        let Some(planned) = entered.planned else {
            return self.t("geen vaste tijd", "no set time").to_owned();
        };
        if self.state.script.pace == Pace::Written {
            let days = planned / DAY;
            return format!(
                "{days} {}",
                if days == 1 {
                    self.t("dag", "day")
                } else {
                    self.t("dagen", "days")
                }
            );
        }
        let (minutes, half) = (planned / (60 * SECOND), planned % (60 * SECOND) > 0);
        let proposal = if step.step.basis == Basis::Proposal {
            self.t(", voorstel", ", proposal")
        } else {
            ""
        };
        format!("{minutes}{} min{proposal}", if half { "½" } else { "" })
    }

    pub(super) fn rules_of(&mut self, step: &ScriptStep, entered: &Entered) {
        let lead = self
            .state
            .lead
            .map_or(String::new(), |lead| self.name(lead).to_owned());
        if let Some(say) = &step.step.say {
            let line = format!("{lead}: \u{201c}{}\u{201d}", self.text(say));
            self.indented(&line);
        }
        let speaks = self.roles(&step.step.speaks);
        let silent = self.roles(&step.step.silent);
        let mut line = match (step.step.kind, speaks.is_empty()) {
            (StepKind::Break, _) => self.t("Pauze", "Break").to_owned(),
            (_, true) => self.t("Iedereen is stil", "Everybody is silent").to_owned(),
            (_, false) => format!("{}: {speaks}", self.t("Aan het woord", "Speaking")),
        };
        if !silent.is_empty() {
            line = format!("{line} · {}: {silent}", self.t("luistert", "listening"));
        }
        let with_client =
            entered.client.is_some() || entered.groups.iter().any(|group| group.client.is_some());
        if step.step.owner_place != OwnerPlace::Circle {
            line = format!("{line} · {}", self.place(step.step.owner_place, with_client));
        }
        self.indented(&line);
        let rules: Vec<String> = step
            .step
            .rules
            .iter()
            .map(|rule| self.text(rule).to_owned())
            .collect();
        if !rules.is_empty() {
            let line = format!("{}: {}", self.t("Regels", "Rules"), rules.join(" · "));
            self.indented(&line);
        }
        let note = entered
            .strategy
            .and_then(|place| step.step.strategies.get(usize::from(place)))
            .and_then(|strategy| strategy.note.clone());
        if let Some(note) = note {
            let line = self.text(&note).to_owned();
            self.indented(&line);
        }
    }

    pub(super) fn groups(&mut self, groups: &[SmallGroup]) {
        for (n, group) in groups.iter().enumerate() {
            let line = self.group(n + 1, group);
            self.indented(&line);
        }
    }

    pub(super) fn group(&self, number: usize, group: &SmallGroup) -> String {
        let table = self.t("Tafel", "Table");
        if group.askers > 0 {
            let (askers, thinkers) = group
                .seats
                .split_at(usize::from(group.askers).min(group.seats.len()));
            let asks = if askers.len() == 1 {
                self.t("vraagt", "asks")
            } else {
                self.t("vragen om beurten", "ask in turn")
            };
            let thinks = if thinkers.len() == 1 {
                self.t("denkt mee", "thinks along")
            } else {
                self.t("denken mee", "think along")
            };
            return format!(
                "{table} {number}: {} {asks}, {} {thinks}",
                self.names(askers),
                self.names(thinkers)
            );
        }
        let client = group
            .client
            .map(|seat| format!(" ({}: {})", self.t("aan de beurt", "whose turn"), self.name(seat)))
            .unwrap_or_default();
        format!("{table} {number}: {}{client}", self.names(&group.seats))
    }
}
