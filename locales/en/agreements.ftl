# Agreements of a group: the text, who accepted it, a new version; and the question in the room.

agreements-title = Our agreements
agreements-none = There are no agreements yet. Write them down together: what stays inside, how we talk to each other, and what we do with our phones.
agreements-version = Version { $version }, since { $date }.
agreements-yours = You have agreed.
agreements-accept = I agree
agreements-by = Agreed: { $names }.
agreements-nobody = Nobody has agreed yet. Everybody is asked when they come into the circle.
agreements-count = { $count ->
    [0] Nobody has agreed yet.
    [one] One person has agreed.
   *[other] { $count } people have agreed.
}
agreements-write = Write a new version
agreements-text = The agreements
agreements-text-hint = One agreement on each line.
agreements-asks-again = Everybody will be asked to agree again the next time they come in.
agreements-save = Save as a new version
agreements-overtaken = Somebody else has just saved a new version. It stands above, your text stands below. Put them together and save again.
agreements-empty = There is nothing yet. Write down at least one agreement.
agreements-long = This is too long to remember. Use at most { $most } characters.
agreements-many = These are too many agreements to remember. Use at most { $most } lines.
agreements-unchanged = Nothing has changed. Change the text first.
agreements-first = First the agreements
agreements-first-text = Read what you promise each other. If you agree, you take part.
agreements-first-guest = Read what the people in this circle promise each other. If you agree, you take part.
agreements-first-note = Do you disagree or have doubts? Tell the facilitator before you go on.
