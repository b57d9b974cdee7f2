# The start page and the page of a method.

methods-title = Methods for peer consultation
methods-lead = Every method step by step: who speaks, who listens, what you write down and who sees it.
methods-all = All methods
methods-count = { $count ->
    [one] 1 method
   *[other] { $count } methods
}

# Facts.
methods-minutes = { $minutes } min
methods-minutes-about = ± { $minutes } min
methods-people = { $from } to { $to } people
methods-people-exactly = { $count } people
methods-people-limits = possible with { $min } to { $max }
methods-people-split = With more than { $count } people you work in small groups of at most { $count }.
methods-total-for = { $minutes } minutes with { $people } people
methods-total = { $minutes } minutes
methods-total-shortest = { $minutes } minutes without the steps you can leave out
methods-trust-new = also for people who have not met
methods-trust-known = you know each other
methods-trust-safe = you feel safe with each other
methods-experience-beginner = no experience needed
methods-experience-some = some experience
methods-experience-experienced = experienced group
methods-lead-member = a group member can lead it
methods-lead-guide = with an experienced facilitator
methods-lead-trained = with a facilitator trained for it
methods-case-none = no case needed
methods-case-one = one case
methods-case-everyone = everyone brings something
methods-written = also works in writing

# Sections of the page of a method.
methods-rehearse = Rehearse with robots
methods-pack = On paper
methods-print = Print step cards
methods-purpose = What it is for
methods-use-when = Choose this method when
methods-avoid-when = Better not when
methods-overview = At a glance
methods-overview-start = Starts at
methods-steps = Step by step
methods-fact-time = Time
methods-fact-group = Group
methods-fact-trust = Trust
methods-fact-lead = Leading
methods-fact-case = What you bring
methods-legend = How to read the circle
methods-legend-speaks = in the light: speaking
methods-legend-quiet = listens or works in silence
methods-legend-owner = round frame: brings something in
methods-legend-facilitator = square frame: leads
methods-legend-pencil = pencil: writes
methods-legend-clock = the ring is the clock
methods-settings = What you can set beforehand
methods-settings-minutes = The minutes of each step.
methods-setting-number = { $label }: { $min } to { $max } (usually { $default })
methods-setting-choice = { $label }: { $options } (usually { $default })
methods-order = These steps may change places:
methods-source = Source and licence
methods-licence = Licence of the text:
methods-version = Version
methods-proposal = our proposal
methods-proposal-why = The source gives no time; these minutes are our proposal.
methods-proposals-note = Minutes marked ~ are a proposal by Kring; the others come from the source.

# A step.
methods-step-number = Step { $number }
methods-untimed = no fixed time
methods-optional = may be left out
methods-starts-off = off, can be switched on
methods-only-if = only with ‘{ $value }’
methods-times = { $times } times
methods-per-person = once for everyone
methods-per-group-member = once for each person in the small group
methods-per-owner = once for each case owner
methods-swap = then the halves swap roles
methods-speaks = Speaking
methods-silent = Listening
methods-nobody = nobody, it is silent
methods-facilitator-says = The facilitator says
methods-facilitator-tip = Tip for the facilitator
methods-rules = Agreements
methods-writing = What you write
methods-writing-who = Who writes
methods-writing-sees = Who sees it
methods-turn-round = one by one, round the circle
methods-turn-random = in an order drawn by lot
methods-turn-owner = the case owner points
methods-turn-parallel = at the same time, in small groups
methods-turn-seconds = { $seconds } seconds each
methods-place-outside = { $who } sits outside the circle.
methods-place-back = { $who } turns their back to the group.
methods-place-away = { $who } leaves for a moment.
methods-place-camera-off = { $who } switches camera and microphone off.
methods-sees-private = only you
methods-sees-blind = first nobody, then everyone at once
methods-sees-group = everyone, at once
methods-sees-owner = the writer and the case owner
methods-sees-anonymous = everyone, without a name
methods-sees-facilitator = the writer and the facilitator
methods-sees-survey = nobody; only the count afterwards
methods-reveal-ready = as soon as everyone is ready
methods-reveal-time = when time is up
methods-reveal-step = when the next step begins
methods-reveal-facilitator = when the facilitator shows them
methods-together = one text for the whole group
methods-exactly = exactly { $count }
methods-at-least = at least { $count }
methods-at-most = at most { $count }
methods-between = { $min } or { $max }
methods-max-words = at most { $count } words
methods-max-sentences = { $count ->
    [one] one sentence
   *[other] at most { $count } sentences
}
methods-starter = Begin with:
methods-on-board = on the board ‘{ $board }’
methods-working = With what is there
methods-rate = { $who } rates { $what }: { $values }.
methods-pick = { $who } picks what to take along from { $what }.
methods-pick-why = { $who } picks what to take along from { $what } and says why.
methods-vote-dots = Everyone spreads { $dots } dots over { $what }.
methods-vote = Everyone votes on { $what }: { $values }.
methods-shows = In sight: { $what }.
methods-unlocks = Now opens: { $what }.
methods-choose-case = The group chooses a case: { $ways }.
methods-way-vote = by vote
methods-way-urgency = the most urgent one
methods-way-turn = whose turn it is
methods-way-learning = what the group learns most from
methods-way-random = by lot
methods-way-facilitator = the facilitator decides
methods-choose-role = The group divides the roles: { $roles }.
methods-review-actions = Open actions from earlier meetings are looked at one by one.
methods-deal-cards = Cards from other groups are dealt out.
methods-confirm-presence = Everyone confirms being present with the code on the big screen.
methods-modules = Choose one of these forms:
methods-decide = At the end the question: { $ask }
methods-decide-on = { $label }: go on
methods-decide-back = { $label }: back to ‘{ $step }’
methods-decide-back-max = { $label }: back to ‘{ $step }’ (at most { $max } times)
methods-pairs = in pairs
methods-trios = in threes
methods-groups = in groups of { $size }
methods-halves = in two halves facing each other
methods-ring = in an inner and an outer ring
methods-rotate = a new partner each round
methods-keep = in the same small groups
methods-strategy = From { $count } people: { $how }.
methods-written-days = { $days ->
    [one] in writing: 1 day
   *[other] in writing: { $days } days
}

# Roles, as they stand in a sentence.
role-owner = the case owner
role-participants = the participants
role-everyone = everyone
role-facilitator = the facilitator
role-timekeeper = the timekeeper
role-scribe = the scribe
role-observer = the observers
role-asker = the askers
role-thinker = the thinking partners
role-client = whoever’s turn it is
role-consultants = the others in the small group
role-player = the players
role-interviewer = the interviewer
role-inner = the inner ring
role-outer = the outer ring

# The same roles when somebody is spoken to.
does-owner = Do you bring the case?
does-participants = Do you think along?
does-everyone = For everyone
does-everyone-else = For anyone else
does-timekeeper = Do you keep the time?
does-scribe = Do you write for the group?
does-observer = Do you observe?
does-asker = Do you ask the question?
does-thinker = Do you think along in the pair?
does-client = Is it your turn?
does-consultants = Are you in the small group?
does-player = Do you play a part?
does-interviewer = Do you interview?
does-inner = Are you in the inner ring?
does-outer = Are you in the outer ring?

# Pictures in words.
circle-title = The circle during ‘{ $step }’
circle-speaks = Speaking: { $who }.
circle-silent = Nobody speaks.
circle-writes = Writing: { $who }.
circle-sits = The group sits { $how }.
circle-minute = min

# Finding a method.
find-title = Which method fits your group?
find-people = How many people?
find-people-hint = The facilitator does not count.
find-minutes = How many minutes?
find-minutes-hint = For the method itself.
find-question = What is it about?
find-question-any = Does not matter
find-trust = Do you know each other?
find-trust-any = Does not matter
find-trust-new = We have not met yet
find-trust-known = We know each other
find-trust-safe = We feel safe with each other
find-submit = Search
find-reset = Show all methods
find-results = This fits your group
find-also = Also possible
find-people-missing = Fill in how many people you are.
find-people-wrong = Fill in a number from 2 to { $max }.
find-minutes-wrong = Fill in a number from 10 to { $max }, or leave it empty.
find-nothing-title = No method fits this
find-nothing-text = Take a little more time, or see whether you can be with more or fewer people.
find-but = Mind:
