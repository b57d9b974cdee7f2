# What people thought of a meeting.

evaluations-title = Wat vonden jullie ervan?

# $count (Number) - how many forms
evaluations-answered = { $count ->
    [0] Nog niemand heeft de vragenlijst ingevuld.
    [one] Eén deelnemer heeft de vragenlijst ingevuld.
   *[other] { $count } deelnemers hebben de vragenlijst ingevuld.
}

# $count (Number) - how many forms
# $meetings (Number) - of how many meetings
evaluations-meetings = { $meetings ->
    [0] Er zijn nog geen ingevulde vragenlijsten.
    [one] { $count } ingevulde vragenlijsten van één bijeenkomst.
   *[other] { $count } ingevulde vragenlijsten van { $meetings } bijeenkomsten.
}
evaluations-too-few = Je ziet de antwoorden zodra er minstens vijf zijn. Zo blijft iedereen anoniem.
evaluations-nameless = De antwoorden staan los van elkaar, zonder naam en zonder tijdstip. Een vraag zie je pas vanaf vijf antwoorden.
evaluations-no-texts = Je ziet gemiddelden van bijeenkomsten met minstens vijf antwoorden. Wat mensen schreven, leest alleen de begeleider.
evaluations-print = Druk deze pagina af

# $average (String) - a number with one digit
evaluations-average = gemiddeld { $average }

# $count (Number) - how many answers
evaluations-answers = { $count ->
    [one] één antwoord
   *[other] { $count } antwoorden
}
evaluations-yes = ja
evaluations-no = nee

# $label (String) - an answer
# $count (Number) - how often
evaluations-bar = { $label }: { $count } keer
