# Somebody who speaks at one meeting.

speakers-title = Guest speakers
speakers-lead = Whoever you invite here comes to this one meeting and sees nothing else: no case, no group, no other meeting.
speakers-to = Invite a guest speaker
speakers-invite = Invite somebody
speakers-invite-yes = Invite
speakers-name = Name
speakers-mail = Mail address
speakers-language = Language of the mail
speakers-subject = Subject
speakers-subject-hint = May stay empty. It stands in the mail and on the page of the meeting.
speakers-slot = A part of the meeting of their own

speakers-slot-hint = Leave empty for the whole meeting, from { $from } to { $to }.
speakers-from = From
speakers-both = Fill in both, or leave both empty.
speakers-outside = This is not within the meeting.

speakers-part = From { $from } to { $to }
speakers-tells = They get a mail at once, with a calendar file and a link of their own. No account is needed.
speakers-tells-later = The meeting is still a draft. The mail goes when you invite everybody.
speakers-listed = This person is on the list of this meeting already.
speakers-organises = This person organises the programme. An organiser does not see what is said at a meeting.
speakers-too-late = This meeting is over or was cancelled. Nobody can be invited any more.
speakers-said-yes = is coming
speakers-said-no = cannot come
speakers-said-nothing = no answer yet
speakers-change = Change subject or time

speakers-change-of = Subject and time of { $name }
speakers-changed = Somebody else changed this just now. This is how it stands; save once more if yours is to count.
speakers-withdraw = Take the invitation back

speakers-withdraw-text = { $name } gets a mail, the meeting leaves their calendar, and the link works no more.
speakers-withdraw-yes = Take back

speakers-for = Invitation for { $name }

speakers-at = You are a guest speaker at { $home }.
speakers-your-part = Your part
speakers-now = The meeting is open. Come in when you are ready.
speakers-not-now = The circle is not open now. Come back from a quarter of an hour before it begins.
speakers-only-you = This page is for you alone. Do not pass the link on.
