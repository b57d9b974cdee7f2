# Confirming to be there with the digits of the big screen.

presence-start = Are you here? Type the six digits on the big screen
presence-end = Are you still here? Type the six digits on the big screen
presence-start-here = Are you here? Type these digits on your own screen
presence-end-here = Are you still here? Type these digits on your own screen
presence-show = Confirming presence: read these digits out, or show the big screen. Everybody types them on their own device.
presence-send = I am here
presence-stored = Your presence has been stored.
presence-is-confirmed = presence confirmed
presence-by-hand = Confirm presence
presence-wrong = These digits are not right. Your presence has not been stored yet. Look at the big screen and type them again.
presence-wait = That went wrong too often. Your presence has not been stored yet. Wait { $seconds } seconds, or ask the facilitator to confirm it.
presence-not-now = Presence cannot be confirmed now. Nothing was stored. Ask the facilitator to note that you were here.
presence-only-lead = Only whoever leads can confirm the presence of somebody else.
