//! A method as plain text, for the command line.

use std::fmt::Write as _;

use session::model::{Input, Method, Role, Step};
use session::{Language as Speech, Text};
use ui::Language;
use ui::locale::{elapsed, minutes};

use super::labels;
use super::timeline::{Part, Timeline};
use crate::words::{Words, words};

/// The whole method, step by step, in lines of text.
pub(crate) fn describe(method: &Method, language: Language) -> String {
    let timeline = Timeline::of(method);
    let mut page = Page {
        language,
        words: words(language),
        timeline: &timeline,
        text: String::new(),
    };
    page.head(method);
    page.parts(&timeline.parts, 0);
    page.foot(method);
    page.text
}

struct Page<'a> {
    language: Language,
    words: &'static Words,
    timeline: &'a Timeline<'a>,
    text: String,
}

impl Page<'_> {
    fn line(&mut self, depth: usize, text: &str) {
        let indent = if text.is_empty() { 0 } else { depth * 2 };
        // Writing into a string cannot fail.
        let written = writeln!(self.text, "{:indent$}{text}", "");
        debug_assert!(written.is_ok());
    }

    fn say<'t>(&self, text: &'t Text) -> &'t str {
        text.get(match self.language {
            Language::Nl => Speech::Nl,
            Language::En => Speech::En,
        })
    }

    fn head(&mut self, method: &Method) {
        let words = self.words;
        self.line(0, self.say(&method.name));
        self.line(0, self.say(&method.summary));
        self.line(0, "");
        self.line(0, self.say(&method.purpose));
        let total = minutes(self.language, self.timeline.seconds());
        let facts = [
            words.methods_total_for(total, self.timeline.people),
            words.methods_people_limits(method.group.min, method.group.max),
            labels::trust(words, method.trust),
            labels::experience(words, method.experience),
            labels::lead(words, method.lead),
        ];
        self.line(0, &facts.join(" · "));
        for (title, list) in [
            (words.methods_use_when(), &method.use_when),
            (words.methods_avoid_when(), &method.avoid_when),
        ] {
            self.line(0, "");
            self.line(0, &title);
            for text in list {
                self.line(0, &format!("- {}", self.say(text)));
            }
        }
    }

    fn parts(&mut self, parts: &[Part<'_>], depth: usize) {
        for part in parts {
            match part {
                Part::Step(step, number) => self.step(step, *number, depth),
                Part::Repeat { repeat, times, parts } => {
                    let label = repeat
                        .label
                        .as_ref()
                        .map(|label| self.say(label))
                        .unwrap_or_default();
                    let name = format!("[{label} · {}]", self.words.methods_times(*times));
                    self.line(depth, "");
                    self.line(depth, &name);
                    self.parts(parts, depth + 1);
                }
            }
        }
    }

    fn step(&mut self, step: &Step, number: usize, depth: usize) {
        let words = self.words;
        let length = match step.seconds {
            Some(seconds) => words.methods_minutes(minutes(self.language, seconds)),
            None => words.methods_untimed(),
        };
        let start = self
            .timeline
            .first(number)
            .map(|turn| elapsed(turn.start))
            .unwrap_or_default();
        self.line(depth, "");
        self.line(
            depth,
            &format!("{start:>4}  {number}. {} ({length})", self.say(&step.title)),
        );
        let speaks = if step.speaks.is_empty() {
            words.circle_silent()
        } else {
            words.circle_speaks(labels::roles(words, self.language, &step.speaks))
        };
        self.line(depth + 3, &speaks);
        if let Some(say) = &step.say {
            self.line(depth + 3, &format!("‘{}’", self.say(say)));
        }
        for (role, text) in &step.does {
            let who = if *role == Role::Facilitator {
                words.methods_facilitator_tip()
            } else {
                labels::role(words, *role)
            };
            self.line(
                depth + 3,
                &format!("{}: {}", labels::capital(&who), self.say(text)),
            );
        }
        for input in &step.inputs {
            self.input(input, depth + 3);
        }
    }

    fn input(&mut self, input: &Input, depth: usize) {
        let words = self.words;
        let who = labels::roles(words, self.language, &input.who);
        let starter = input
            .starter
            .as_ref()
            .map(|starter| format!(" ‘{}’", self.say(starter)));
        let text = format!(
            "{} {}{} ({}: {})",
            words.circle_writes(who),
            self.say(&input.label),
            starter.unwrap_or_default(),
            words.methods_writing_sees(),
            labels::sees(words, input.mode)
        );
        self.line(depth, &text);
    }

    fn foot(&mut self, method: &Method) {
        self.line(0, "");
        self.line(0, &self.words.methods_source());
        for source in &method.sources {
            self.line(0, source);
        }
        if let Some(attribution) = &method.attribution {
            self.line(0, self.say(attribution));
        }
        self.line(0, &format!("{} {}", self.words.methods_licence(), method.licence));
    }
}
