# Who stays away, for whoever leads a group.

absence-title = Wie er was
absence-lead = Alleen jij als begeleider ziet dit. Zo merk je het op tijd als iemand afhaakt.
absence-to = Bekijk wie er was
absence-who = De laatste bijeenkomsten
absence-share = Aanwezig
absence-there = was er
absence-away = was er niet
absence-not-listed = stond niet op de lijst
absence-none = Er is nog geen bijeenkomst geweest
absence-none-text = Na de eerste bijeenkomst staat hier wie er was.

# $names (String) - who was not there
absence-sign = De laatste twee keer niet gezien: { $names }. Even bellen helpt vaak.

# $there (Number) - how often somebody was there
# $all (Number) - of how many meetings
absence-count = { $there } van { $all }
absence-below = onder de norm

# $norm (Number) - percent
absence-norm = De norm van het programma is { $norm } % van de bijeenkomsten.

# $group (String) - name of the group
absence-mail-subject = Iemand was er twee keer niet: { $group }

# $name (String) - who was not there
# $group (String) - name of the group
absence-mail-first = { $name } was er de laatste twee keer niet bij { $group }.
absence-mail-why = Misschien is er niets aan de hand. Even bellen helpt vaak. Alleen wie de groep begeleidt krijgt deze mail.
absence-mail-see = Kijk wie er wanneer was:
