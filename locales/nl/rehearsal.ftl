# Rehearsals: a session with robots.

rehearsal-title = Proefdraaien
rehearsal-what = met robots, niets wordt bewaard.
rehearsal-lead = Oefen een hele bijeenkomst in een echte kring. De anderen zijn robots, dus je kunt niets verkeerd doen. Er wordt niets bewaard.
rehearsal-method = Welke werkvorm?

# $title (String) - title of the meeting
rehearsal-of-meeting = Je oefent de agenda van ‘{ $title }’. De casus van die bijeenkomst komt er niet in voor; de robots brengen een verzonnen casus mee.
rehearsal-people = Met hoeveel mensen?
rehearsal-people-hint = De begeleider telt niet mee.

# $min (Number) - fewest
# $max (Number) - most
rehearsal-people-wrong = Vul een getal in van { $min } tot { $max }.
rehearsal-role = Wie ben jij?
rehearsal-as-facilitator = Ik begeleid
rehearsal-as-owner = Ik breng de casus in
rehearsal-as-participant = Ik doe mee
rehearsal-pace = Hoe snel zijn de robots?
rehearsal-pace-calm = Als mensen
rehearsal-pace-quick = Sneller
rehearsal-pace-still = Als ik erom vraag
rehearsal-choose = Kies er een.
rehearsal-start = Begin met proefdraaien
rehearsal-running = Hier ben je mee bezig
rehearsal-running-note = Wat je niet stopt, wordt na een dag vanzelf gewist.
rehearsal-to-room = Ga verder
rehearsal-end = Stop en wis alles
rehearsal-own-seat = Terug naar je eigen plek
rehearsal-go-on = Ga door
rehearsal-robots-part = Robots aan zet
rehearsal-more = Meer
rehearsal-eyes = Kijk door andere ogen:
