//! Who may do what with a topic, and in which order they stand.

use super::Topic;
use crate::groups::rules::Standing;
use crate::id::PersonId;

/// Most topics on the list of a group: longer lists nobody reads.
pub(super) const MOST: usize = 150;

/// Whether somebody says how the list looks: changes it, orders it, attaches topics to meetings.
pub(super) const fn keeps(standing: Standing) -> bool {
    matches!(standing, Standing::Facilitator | Standing::Organiser)
}

/// Whether somebody reads who proposed a topic: that stays within the group.
pub(super) const fn sees_proposers(standing: Standing) -> bool {
    matches!(standing, Standing::Participant | Standing::Facilitator)
}

/// Whether somebody may take a topic off the list: whoever keeps it, and whoever proposed it as long as nothing is planned with it.
pub(super) fn may_remove(standing: Standing, person: &PersonId, topic: &Topic) -> bool {
    let is_own = topic.proposed_by.as_ref() == Some(person);
    keeps(standing) || (is_own && topic.is_coming() && topic.meeting_id.is_none())
}

/// One place up or down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Up,
    Down,
}

/// The new places of topics that move when one of those to come goes a step: ids with their positions. Nothing when the list
/// changed since somebody saw it at `seen`, so that pressing twice is one step, or when there is no place to go.
pub(super) fn moved(topics: &[Topic], id: &str, seen: i64, step: Step) -> Vec<(String, i64)> {
    let coming: Vec<usize> = (0..topics.len())
        .filter(|index| topics.get(*index).is_some_and(Topic::is_coming))
        .collect();
    let is_it = |index: &&usize| {
        topics
            .get(**index)
            .is_some_and(|topic| topic.id == id && topic.position == seen)
    };
    let other = match step {
        Step::Up => coming
            .windows(2)
            .find(|pair| pair.last().as_ref().is_some_and(is_it)),
        Step::Down => coming
            .windows(2)
            .find(|pair| pair.first().as_ref().is_some_and(is_it)),
    };
    let Some([above, below]) = other else {
        return Vec::new();
    };
    let mut order: Vec<&Topic> = topics.iter().collect();
    order.swap(*above, *below);
    let places = (1..).zip(order);
    places
        .filter(|(place, topic)| topic.position != *place)
        .map(|(place, topic)| (topic.id.clone(), place))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{GroupId, MeetingId};

    fn topic(id: &str, state: &str, position: i64) -> Topic {
        Topic {
            id: id.to_owned(),
            group_id: GroupId("g".to_owned()),
            title: id.to_owned(),
            state: state.to_owned(),
            guest: None,
            meeting_id: None,
            meeting: None,
            starts_at: None,
            position,
            version: 1,
            proposed_by: Some(PersonId("noor".to_owned())),
            proposer: None,
        }
    }

    fn list() -> Vec<Topic> {
        vec![
            topic("a", "coming", 1),
            topic("b", "discussed", 2),
            topic("c", "coming", 3),
            topic("d", "coming", 7),
        ]
    }

    fn order(moved: &[(String, i64)]) -> Vec<(&str, i64)> {
        moved.iter().map(|(id, place)| (id.as_str(), *place)).collect()
    }

    #[test]
    fn a_topic_passes_the_next_one_that_is_still_to_come() {
        assert_eq!(
            order(&moved(&list(), "c", 3, Step::Up)),
            [("c", 1), ("a", 3), ("d", 4)]
        );
        assert_eq!(order(&moved(&list(), "c", 3, Step::Down)), [("d", 3), ("c", 4)]);
    }

    #[test]
    fn at_the_end_and_on_a_list_that_changed_nothing_moves() {
        assert!(moved(&list(), "a", 1, Step::Up).is_empty());
        assert!(moved(&list(), "d", 7, Step::Down).is_empty());
        assert!(
            moved(&list(), "c", 1, Step::Up).is_empty(),
            "it stood elsewhere when they looked"
        );
        assert!(moved(&list(), "b", 2, Step::Up).is_empty(), "it was discussed");
    }

    #[test]
    fn whoever_keeps_the_list_takes_topics_off_and_a_member_their_own_until_it_is_planned() {
        let (noor, bram) = (PersonId("noor".to_owned()), PersonId("bram".to_owned()));
        let mut own = topic("a", "coming", 1);
        assert!(may_remove(Standing::Participant, &noor, &own));
        assert!(!may_remove(Standing::Participant, &bram, &own));
        assert!(may_remove(Standing::Organiser, &bram, &own));
        own.meeting_id = Some(MeetingId("m".to_owned()));
        assert!(!may_remove(Standing::Participant, &noor, &own));
        assert!(may_remove(Standing::Facilitator, &bram, &own));
    }
}
