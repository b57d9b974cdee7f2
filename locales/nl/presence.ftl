# Confirming to be there with the digits of the big screen.

presence-start = Ben je er? Typ de zes cijfers van het grote scherm
presence-end = Ben je er nog? Typ de zes cijfers van het grote scherm
presence-start-here = Ben je er? Typ deze cijfers op je eigen scherm
presence-end-here = Ben je er nog? Typ deze cijfers op je eigen scherm
presence-show = Aanwezig melden: lees deze cijfers voor, of laat het grote scherm zien. Iedereen typt ze op het eigen apparaat.
presence-send = Meld me aanwezig
presence-stored = Je aanwezigheid is vastgelegd.
presence-is-confirmed = aanwezig gemeld
presence-by-hand = Meld aanwezig
presence-wrong = Deze cijfers kloppen niet. Je aanwezigheid is nog niet vastgelegd. Kijk op het grote scherm en typ ze opnieuw.

# $seconds (Number) - seconds to wait
presence-wait = Dit was te vaak mis. Je aanwezigheid is nog niet vastgelegd. Wacht { $seconds } seconden, of vraag de begeleider om je aanwezig te melden.
presence-not-now = Aanwezig melden kan nu niet meer. Er is niets vastgelegd. Vraag de begeleider om je aanwezigheid te noteren.
presence-only-lead = Alleen wie de leiding heeft, kan een ander aanwezig melden.
