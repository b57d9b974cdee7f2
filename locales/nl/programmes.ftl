# The page of a programme.

programmes-kind-open = Open bijeenkomsten
programmes-kind-groups = Vaste groepen
programmes-kind-trajectory = Traject
programmes-audience = Voor wie
programmes-time = Wat het vraagt
programmes-period = Wanneer

# $from (String) - a month
# $to (String) - a month
programmes-from-to = { $from } tot en met { $to }
programmes-funder = Mogelijk gemaakt door
programmes-groups = Groepen

# $count (Number) - people
programmes-members = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
}
programmes-organiser-note = Als organisator zie je wie meedoet en wanneer. Casussen en wat erover gezegd wordt zie je niet.
programmes-to-evaluation = Wat vonden de deelnemers ervan?
programmes-coming = Komende bijeenkomsten
programmes-past = Eerder
