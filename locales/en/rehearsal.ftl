# Rehearsals: a session with robots.

rehearsal-title = Rehearsal
rehearsal-what = with robots, nothing is kept.
rehearsal-lead = Practise a whole meeting in a real circle. The others are robots, so you cannot do anything wrong. Nothing is kept.
rehearsal-method = Which method?

rehearsal-of-meeting = You rehearse the agenda of ‘{ $title }’. The case of that meeting does not appear; the robots bring an invented one.
rehearsal-people = With how many people?
rehearsal-people-hint = The facilitator does not count.

rehearsal-people-wrong = Enter a number from { $min } to { $max }.
rehearsal-role = Who are you?
rehearsal-as-facilitator = I lead
rehearsal-as-owner = I bring the case
rehearsal-as-participant = I take part
rehearsal-pace = How fast are the robots?
rehearsal-pace-calm = Like people
rehearsal-pace-quick = Faster
rehearsal-pace-still = Only when I ask
rehearsal-choose = Choose one.
rehearsal-start = Begin the rehearsal
rehearsal-running = What you are rehearsing
rehearsal-running-note = What you do not end is deleted after a day.
rehearsal-to-room = Go on
rehearsal-end = Stop and delete everything
rehearsal-own-seat = Back to your own seat
rehearsal-go-on = Go on
rehearsal-robots-part = Robots go
rehearsal-more = More
rehearsal-eyes = Look through other eyes:
