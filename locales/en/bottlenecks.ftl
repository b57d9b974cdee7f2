bottlenecks-title = Bottlenecks
bottlenecks-to = Find out what gets in the way
bottlenecks-running = { $count ->
    [one] one is under way
   *[other] { $count } are under way
}
bottlenecks-lead = Find out together why something does not work. What turns out to lie beneath becomes a question for your meeting.
bottlenecks-none = No bottleneck has been taken apart yet
bottlenecks-none-text = Begin with one sentence: what does not work? Then everybody adds causes from their own telephone.
bottlenecks-new = Take a bottleneck apart
bottlenecks-causes = { $count ->
    [0] no causes yet
    [one] one cause
   *[other] { $count } causes
}
bottlenecks-state-open = being filled
bottlenecks-state-voting = voting
bottlenecks-state-closed = chosen
bottlenecks-effect = What does not work?
bottlenecks-effect-help = One sentence, without names. Something you see happening and want to be different.
bottlenecks-categories = Where do you look for causes?
bottlenecks-categories-help = One on each line, two to eight. Feel free to change what is there.
bottlenecks-meeting = For which meeting?
bottlenecks-meeting-help = May be left empty. Only meetings still to come.
bottlenecks-no-meeting = For none in particular
bottlenecks-anonymous = Causes without a name
bottlenecks-anonymous-help = Then nothing keeps who wrote what, and only on which day. You cannot change your own cause afterwards either; the facilitator can. You choose this now, and not later.
bottlenecks-counts = Show votes at once
bottlenecks-counts-help = Otherwise everybody sees them when the vote is closed.
bottlenecks-make = Begin
bottlenecks-usual =
    People & skills
    Patient, client & family carers
    Process & agreements
    Technology & supplier
    Organisation & management
    Funding & rules
    Surroundings & cooperation
bottlenecks-categories-count = Give { $least } to { $most }, each on a line of its own.
bottlenecks-categories-length = One of the names is longer than { $most } characters. Make it shorter.
bottlenecks-categories-twice = Two of them are the same. Give one of the two another name.
bottlenecks-categories-changed = Somebody else changed this just now. It says: { $now }. Save again if your list is to hold.
bottlenecks-settings = Change what it is about
bottlenecks-category = Category { $number }
bottlenecks-category-new = Another category
bottlenecks-category-help = May stay empty. Empty a name above to take that category away; that works when nothing stands under it.
bottlenecks-category-used = There are causes under this. Move them first, or give the category another name.
bottlenecks-changed = Something in this bottleneck changed just now. What you typed is still here: look it through and save again.
bottlenecks-save = Save
bottlenecks-programme = Categories for bottlenecks
bottlenecks-programme-lead = Groups in this programme look for causes under these when they take a bottleneck apart. You do not see what they fill in.
bottlenecks-programme-help = One on each line, two to eight. They hold for bottlenecks that are still to begin. Empty everything to use the usual list.
bottlenecks-for-meeting = For { $title }
bottlenecks-reload = Reload
bottlenecks-news = Something was added.
bottlenecks-unsent = Not sent: there is no connection. Your text is still here; try again in a moment.
bottlenecks-turned = The bottleneck is a step further. Reload the page when you have finished typing.
bottlenecks-ask-open = What brings this about? Add what you see, and go on asking: why is that so? What others add appears by itself.
bottlenecks-ask-vote = What really lies beneath? Choose at most { $most } causes. You can change your choice until the vote closes.
bottlenecks-ask-wait = The group is choosing what really lies beneath.
bottlenecks-ask-closed = This lies beneath, you think. Make a question for a meeting of a cause.
bottlenecks-is-anonymous = Nothing keeps who writes what here.
bottlenecks-outline = Causes
bottlenecks-nothing-yet = Nothing yet.
bottlenecks-add-here = Add
bottlenecks-why = Why?
bottlenecks-edit = Change
bottlenecks-to-chain = Follow
bottlenecks-votes = { $count ->
    [one] one vote
   *[other] { $count } votes
}
bottlenecks-voters = { $count ->
    [0] Nobody has voted yet.
    [one] One person has voted.
   *[other] { $count } people have voted.
}
bottlenecks-drawing = Drawing
bottlenecks-picture = Causes and effect as a fishbone
bottlenecks-picture-text = The effect is on the right: { $effect }. { $categories } categories lead there, with { $causes } causes in all. Everything in the drawing is in the list of causes as well.
bottlenecks-add = Add a cause
bottlenecks-under = Where does it belong?
bottlenecks-under-help = A category, or a cause of which this is the why.
bottlenecks-text = What do you see?
bottlenecks-text-help = Short, and without names.
bottlenecks-add-button = Add
bottlenecks-too-late = The group is voting already; nothing can be added any more. This is what you typed:
bottlenecks-full = There are { $most } causes already. First take away what is there twice.
bottlenecks-nowhere = This cannot go under that: the place is gone, or five times why deep already. Choose another one.
bottlenecks-vote = Vote
bottlenecks-vote-label = Choose at most { $most } root causes
bottlenecks-vote-help = What would help most if it were gone? Nobody sees what you chose.
bottlenecks-vote-button = Keep my choice
bottlenecks-vote-most = You chose more than { $most }. Take a few away.
bottlenecks-vote-over = The vote is closed. Your last choice was not counted.
bottlenecks-roots = Root causes
bottlenecks-roots-none = Nobody voted. The facilitator can open the vote again.
bottlenecks-treated = Discussed
bottlenecks-on-agenda = On an agenda
bottlenecks-lead-title = Going on
bottlenecks-turn-voting = Begin the vote
bottlenecks-turn-voting-text = Collected enough? After this nothing can be added, until you go back.
bottlenecks-turn-closed = Close the vote
bottlenecks-turn-open = Back to filling
bottlenecks-turn-again = Open the vote again
bottlenecks-by = By { $name }
bottlenecks-not-yours = Whoever wrote it, or leads the group, changes the words. Everybody may move it.
bottlenecks-back = Back to the bottleneck
bottlenecks-edit-title = Changing a cause
bottlenecks-move = Move
bottlenecks-move-under = Really belongs under
bottlenecks-move-help = What stands under it comes along.
bottlenecks-move-button = Move
bottlenecks-up = One up
bottlenecks-down = One down
bottlenecks-remove = Take away
bottlenecks-remove-text = Then this cause is gone for everybody.
bottlenecks-remove-button = Take this cause away
bottlenecks-not-bare = Something stands under this still, or a question was made of it. First move or take away what is under it.
bottlenecks-renamed = Somebody else changed this just now. It says: { $text }. Save again if your words are to hold.
bottlenecks-ask = Make a question of this
bottlenecks-ask-again = Bring the question to another meeting
bottlenecks-ask-lead = The question comes onto the agenda of a meeting. There the group chooses it, with the focus method for instance.
bottlenecks-no-meetings = No meeting is planned yet. Plan one first, on the page of the group.
bottlenecks-question-start = How do we get further with: { $text }
bottlenecks-question-title = Title
bottlenecks-question-title-help = Neutral, without names. It stands on the agenda.
bottlenecks-question = The question to the group
bottlenecks-question-help = One sentence that begins with "how" or "what".
bottlenecks-question-meeting = For which meeting?
bottlenecks-question-owner = Who brings it?
bottlenecks-question-owner-help = Agree on it first. Whoever brings it tells something from their own practice.
bottlenecks-choose = Choose
bottlenecks-you-bring = You bring it.
bottlenecks-ask-button = Put it on the agenda
bottlenecks-chain = From bottleneck to action
bottlenecks-chain-bottleneck = Bottleneck
bottlenecks-chain-cause = Cause
bottlenecks-chain-question = Question
bottlenecks-no-question = No question has been made of this yet.
bottlenecks-no-question-yet = No question has been made of this yet. That can be done when the vote is closed and somebody chose this.
bottlenecks-at-meeting = On the agenda of { $title }, { $day }
bottlenecks-no-actions = No actions have been set beside this cause yet.
bottlenecks-link-actions = Say which actions are about this
bottlenecks-link-label = Actions of the meeting
