//! The causes of a diagram as the tree they are: what stands under what, how deep, and what may be moved where.

use super::rules::DEEPEST;
use super::{Category, Cause};

/// A cause with how deep it stands: 1 right under its category.
pub(super) type Placed<'c> = (&'c Cause, usize);

/// Where a cause stands, or may be put.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Spot {
    /// Right under a category.
    Category(String),
    /// Under another cause.
    Cause(String),
}

impl Spot {
    /// The spot that a form names, when the diagram has it.
    pub(super) fn read(text: &str, categories: &[Category], causes: &[Cause]) -> Option<Self> {
        if categories.iter().any(|category| category.id == text) {
            return Some(Self::Category(text.to_owned()));
        }
        let cause = causes.iter().find(|cause| cause.id == text);
        cause.map(|cause| Self::Cause(cause.id.clone()))
    }

    /// Where a cause stands now.
    pub(super) fn of(cause: &Cause) -> Option<Self> {
        let under = cause.parent_id.clone().map(Self::Cause);
        under.or_else(|| cause.category_id.clone().map(Self::Category))
    }

    /// The name of the spot in a form.
    pub(super) fn name(&self) -> &str {
        match self {
            Self::Category(id) | Self::Cause(id) => id,
        }
    }
}

/// Whatever stands under a spot, from top to bottom, each followed by what stands under it.
pub(super) fn under<'c>(spot: &Spot, causes: &'c [Cause]) -> Vec<Placed<'c>> {
    let mut all = Vec::new();
    let depth = match spot {
        Spot::Category(_) => 1,
        Spot::Cause(id) => depth(id, causes) + 1,
    };
    collect(spot, depth, causes, &mut all);
    all
}

fn collect<'c>(spot: &Spot, depth: usize, causes: &'c [Cause], all: &mut Vec<Placed<'c>>) {
    // Nothing stands deeper; a circle, which no form can make, ends here as well.
    if depth > DEEPEST {
        return;
    }
    for cause in beside(spot, causes) {
        all.push((cause, depth));
        collect(&Spot::Cause(cause.id.clone()), depth + 1, causes, all);
    }
}

/// The causes right under a spot, in their order.
pub(super) fn beside<'c>(spot: &Spot, causes: &'c [Cause]) -> Vec<&'c Cause> {
    let is_there = |cause: &&Cause| Spot::of(cause).as_ref() == Some(spot);
    causes.iter().filter(is_there).collect()
}

/// The way to a cause: from the one under the category to itself.
pub(super) fn path<'c>(id: &str, causes: &'c [Cause]) -> Vec<&'c Cause> {
    let find = |id: &str| causes.iter().find(|cause| cause.id == id);
    let mut way: Vec<&Cause> = std::iter::successors(find(id), |cause| find(cause.parent_id.as_deref()?))
        .take(DEEPEST)
        .collect();
    way.reverse();
    way
}

/// How deep a cause stands; 0 for one that is not there.
pub(super) fn depth(id: &str, causes: &[Cause]) -> usize {
    path(id, causes).len()
}

/// How many levels stand under a cause.
fn levels_under(id: &str, causes: &[Cause]) -> usize {
    let own = depth(id, causes);
    let deepest = under(&Spot::Cause(id.to_owned()), causes)
        .into_iter()
        .map(|(_, depth)| depth)
        .max();
    deepest.map_or(0, |deepest| deepest - own)
}

/// Whether there is room for something new under a spot.
pub(super) fn takes(spot: &Spot, causes: &[Cause]) -> bool {
    match spot {
        Spot::Category(_) => true,
        Spot::Cause(id) => depth(id, causes) < DEEPEST,
    }
}

/// Whether a cause, with all that stands under it, may be moved under a spot: not under itself, and not too deep.
pub(super) fn may_move(id: &str, spot: &Spot, causes: &[Cause]) -> bool {
    match spot {
        Spot::Category(_) => true,
        Spot::Cause(target) => {
            let is_inside = path(target, causes).iter().any(|cause| cause.id == id);
            !is_inside && depth(target, causes) + 1 + levels_under(id, causes) <= DEEPEST
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cause(id: &str, parent: &str) -> Cause {
        let is_root = parent == "mens";
        Cause {
            id: id.to_owned(),
            category_id: is_root.then(|| parent.to_owned()),
            category: None,
            parent_id: (!is_root).then(|| parent.to_owned()),
            text: id.to_owned(),
            author_id: None,
            author: None,
            version: 1,
            votes: 0,
            mine: 0,
            meeting_id: None,
            case_state: None,
            case_owner: None,
        }
    }

    /// a > b > c > d > e > f, and g beside a.
    fn six_deep() -> Vec<Cause> {
        [
            ("a", "mens"),
            ("g", "mens"),
            ("b", "a"),
            ("c", "b"),
            ("d", "c"),
            ("e", "d"),
            ("f", "e"),
        ]
        .map(|(id, parent)| cause(id, parent))
        .to_vec()
    }

    fn in_cause(id: &str) -> Spot {
        Spot::Cause(id.to_owned())
    }

    #[test]
    fn a_cause_is_followed_by_its_reasons() {
        let causes = six_deep();
        let all: Vec<(&str, usize)> = under(&Spot::Category("mens".to_owned()), &causes)
            .into_iter()
            .map(|(cause, depth)| (cause.id.as_str(), depth))
            .collect();
        assert_eq!(
            all,
            [
                ("a", 1),
                ("b", 2),
                ("c", 3),
                ("d", 4),
                ("e", 5),
                ("f", 6),
                ("g", 1)
            ]
        );
        let way: Vec<&str> = path("c", &causes)
            .into_iter()
            .map(|cause| cause.id.as_str())
            .collect();
        assert_eq!(way, ["a", "b", "c"]);
    }

    #[test]
    fn why_is_asked_five_times_at_most() {
        let causes = six_deep();
        assert!(takes(&in_cause("e"), &causes));
        assert!(!takes(&in_cause("f"), &causes));
    }

    #[test]
    fn nothing_is_moved_under_itself_or_too_deep() {
        let causes = six_deep();
        let shallow = [cause("x", "mens"), cause("y", "x"), cause("z", "mens")];
        assert!(!may_move("x", &in_cause("x"), &shallow) && !may_move("x", &in_cause("y"), &shallow));
        assert!(may_move("x", &in_cause("z"), &shallow));
        assert!(may_move("e", &in_cause("g"), &causes));
        assert!(
            !may_move("a", &in_cause("g"), &causes),
            "it has five levels under it"
        );
        assert!(may_move("f", &Spot::Category("other".to_owned()), &causes));
    }

    #[test]
    fn a_circle_ends() {
        let causes = [cause("a", "b"), cause("b", "a")];
        assert!(path("a", &causes).len() <= DEEPEST);
        assert!(under(&in_cause("a"), &causes).len() <= DEEPEST);
    }
}
