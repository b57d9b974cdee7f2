# The topics of a group: discussed, and still to come.

topics-title = Topics
topics-lead = What the group has talked about and still wants to. Anybody may propose something.
topics-readers = The group and the organiser read this list. A case does not belong on it.
topics-coming = Still to come
topics-none = Nothing is on the list yet. Propose the first topic below.
topics-discussed = Discussed
topics-to-series = Plan meetings with these topics

topics-by = Proposed by { $name }

topics-up = Move up: { $title }

topics-down = Move down: { $title }
topics-edit = Change
topics-mark = Was discussed
topics-unmark = Discuss it after all
topics-remove = Take off the list
topics-remove-text = The topic disappears from the list. A meeting about it stays.
topics-remove-yes = Take off the list
topics-propose = Propose a topic
topics-propose-yes = Put on the list
topics-field = Topic
topics-field-hint = Short and neutral: it may become the title of a meeting.
topics-guest = With a guest speaker?
topics-guest-hint = May stay empty. Name the function, such as: a dietician.
topics-meeting = At which meeting
topics-meeting-hint = Once that meeting was held, the topic stands under Discussed by itself.
topics-meeting-none = No meeting yet
topics-edit-title = Change a topic

topics-changed = Somebody else changed this topic just now. It says: { $title }. Save once more if your text is to count.

topics-changed-meeting = At the meeting: { $meeting }
topics-full = The list is full. Take something off first.
topics-to = See all topics and propose one
topics-to-keep = Topics of the group
topics-listed = From the list of topics
topics-listed-none = None
topics-use = Take topics from the list

topics-use-hint = There { $count ->
    [one] is 1 topic
   *[other] are { $count } topics
} on the list. Kring shares them out over the dates in order; you can change that for each date.
