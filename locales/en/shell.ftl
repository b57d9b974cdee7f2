# What stands around every page.
shell-skip = To the content
shell-trail = Where you are
shell-navigation = Main menu
shell-methods = Methods
shell-theme = Appearance
shell-theme-auto = Automatic
shell-theme-light = Light
shell-theme-dark = Dark
shell-promise = Kring runs on your own server. What is said in the group stays in the group.
shell-my = My Kring
shell-sign-in = Sign in
shell-sign-out = Sign out
shell-profile = about me
