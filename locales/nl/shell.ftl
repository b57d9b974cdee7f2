# What stands around every page.
shell-skip = Naar de inhoud
shell-trail = Waar je bent
shell-navigation = Hoofdmenu
shell-methods = Werkvormen
shell-theme = Weergave
shell-theme-auto = Automatisch
shell-theme-light = Licht
shell-theme-dark = Donker
shell-promise = Kring draait op je eigen server. Wat in de groep gezegd wordt, blijft in de groep.
shell-my = Mijn Kring
shell-sign-in = Aanmelden
shell-sign-out = Afmelden
shell-profile = mijn gegevens
