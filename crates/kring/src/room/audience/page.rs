//! A page as `assets/js/room.js` keeps it up to date, for tests.
#![expect(
    clippy::string_slice,
    reason = "our own HTML is cut at its tags, which are ASCII"
)]

use std::collections::BTreeMap;

/// A page as a browser keeps it: parts by id, and cards in their lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) parts: BTreeMap<String, String>,
    pub(super) lists: BTreeMap<String, Vec<(u32, String, String)>>,
}

/// The elements of a text that lie in no other.
fn elements(html: &str) -> Vec<&str> {
    let (mut all, mut depth, mut from, mut rest) = (Vec::new(), 0, 0, 0);
    while let Some(start) = html[rest..].find('<').map(|place| rest + place) {
        let end = start + html[start..].find('>').unwrap();
        let name = html[start + 1..end].split([' ', '/']).next().unwrap();
        if depth == 0 && !html[start..].starts_with("</") {
            from = start;
        }
        match name {
            "" => depth -= 1,
            "input" | "br" | "img" | "hr" => {}
            _ => depth += 1,
        }
        rest = end + 1;
        if depth == 0 {
            all.push(&html[from..rest]);
        }
    }
    all
}

fn inside(element: &str) -> &str {
    &element[element.find('>').unwrap() + 1..element.rfind('<').unwrap()]
}

fn attribute<'e>(element: &'e str, name: &str) -> Option<&'e str> {
    let tag = &element[..element.find('>').unwrap()];
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next()
}

impl Page {
    /// What `room.js` does with what comes over a stream.
    pub(super) fn apply(&mut self, html: &str) {
        // As every reader of HTML does with line ends.
        let html = html.replace("\r\n", "\n").replace('\r', "\n");
        for element in elements(&html) {
            let id = attribute(element, "id").unwrap().to_owned();
            if attribute(element, "data-into").is_some() {
                self.place(&id, element);
            } else if id.starts_with("person-") {
                self.person(&id, element);
            } else if attribute(element, "data-gone").is_some() {
                let known = self.take(&id);
                assert!(
                    known.is_some(),
                    "{id} went and was never here: its very number tells something"
                );
            } else if id == "room-cards"
                && (element.contains(" data-board") || element.contains(" data-sorted"))
            {
                // Boards and piles always come as a whole.
                self.lists.clear();
                self.parts.insert(id, element.to_owned());
            } else if id == "room-cards" {
                self.parts.remove(&id);
                self.lists.clear();
                for section in elements(inside(element)) {
                    let name = attribute(section, "id").unwrap().to_owned();
                    let list = *elements(inside(section)).last().unwrap();
                    let cards = elements(inside(list));
                    let is_hidden = section.split('>').next().unwrap().ends_with(" hidden");
                    assert_eq!(is_hidden, cards.is_empty(), "{section}");
                    let cards = cards.into_iter().map(Self::card);
                    self.lists.insert(name, cards.collect());
                }
            } else {
                self.parts.insert(id, element.to_owned());
            }
        }
    }

    /// Puts somebody of the list in the place of how they looked before.
    fn person(&mut self, id: &str, element: &str) {
        let people = self.parts.get_mut("room-people").expect("people are on the page");
        let at = people.find(&format!(" id=\"{id}\"")).expect("somebody known");
        let from = people[..at].rfind("<li").unwrap();
        let to = from + elements(&people[from..])[0].len();
        people.replace_range(from..to, element);
    }

    fn card(card: &str) -> (u32, String, String) {
        let input = attribute(card, "data-input").unwrap().parse().unwrap();
        (input, attribute(card, "id").unwrap().to_owned(), card.to_owned())
    }

    fn take(&mut self, id: &str) -> Option<(u32, String, String)> {
        self.lists.values_mut().find_map(|list| {
            let place = list.iter().position(|(_, known, _)| known == id)?;
            Some(list.remove(place))
        })
    }

    fn place(&mut self, id: &str, element: &str) {
        let into = attribute(element, "data-into").unwrap().to_owned();
        let fresh = Self::card(element);
        let list = self.lists.get_mut(&into).expect("the list is on the page");
        if let Some(old) = list.iter_mut().find(|(_, known, _)| known == id) {
            *old = fresh;
            return;
        }
        drop(self.take(id));
        let list = self.lists.get_mut(&into).unwrap();
        let place = list.iter().position(|(input, _, _)| *input > fresh.0);
        list.insert(place.unwrap_or(list.len()), fresh);
    }
}
