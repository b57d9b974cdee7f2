# Open meetings: planning them, the page for everybody, signing up, the waiting list.

openings-list = Open meetings
openings-list-lead = An open meeting has a page of its own that you can share widely. People sign up by themselves, without an account.
openings-none = No open meeting yet
openings-none-text = Plan one. Nobody sees it before you make it known.
openings-new = Plan an open meeting
openings-past = Earlier

openings-coming = { $count ->
    [one] one person is coming
   *[other] { $count } people are coming
}

openings-free = { $count ->
    [one] One place left
   *[other] { $count } places left
}
openings-free-for-all = There is room for everybody

openings-full = { $ahead ->
    [0] Full; you can join the waiting list
    [one] Full; one person is waiting
   *[other] Full; { $ahead } people are waiting
}
openings-organisation = Where you work
openings-title = Will you join us?
openings-lead = Sign up. You need no account.
openings-wait-title = Join the waiting list
openings-wait-lead = All places are taken. When one becomes free it is yours by itself, and a mail tells you.

openings-until = You can sign up until { $day }, { $time }.
openings-sign-up = Sign me up
openings-wait = Put me on the waiting list

openings-privacy = Your details are for { $organisation } and for whoever leads the meeting. With the link in your mail you can sign off again.

openings-organised-by = Organised by { $organisation }.
openings-is-draft = This is a draft. Only organisers see this page.
openings-is-closed = It is too late to sign up.
openings-is-over = This meeting has begun or is over.
openings-too-late = You can no longer sign up for this meeting. The page says whom you can ask.
openings-asked = Look in your mail
openings-asked-lead = Nearly there: the place is only yours once you confirm it.
openings-asked-open = Open the mail that you get from us.
openings-asked-press = Follow the link and press the button to confirm.
openings-asked-then = Then you get an invitation for your calendar, or hear that you are on the waiting list.
openings-asked-no-mail = No mail? Look among the unwanted ones, or check your address and sign up once more.
openings-back = To the page of the meeting

openings-own-asked = One more thing: confirm that you are coming
openings-own-asked-text = You only have a place once you press the button.
openings-confirm = Yes, I am coming
openings-own-too-late = You did not confirm in time. It is too late to sign up.

openings-own-waiting = { $ahead ->
    [0] You come first on the waiting list. When a place becomes free it is yours, and you get a mail.
    [one] You are on the waiting list, with one person in front of you. When there is a place for you, you get a mail.
   *[other] You are on the waiting list, with { $ahead } people in front of you. When there is a place for you, you get a mail.
}
openings-own-coming = You have a place. The invitation for your calendar is in your mail.
openings-own-gone = You are no longer on the list. On the page of the meeting you can sign up again, as long as that is possible.

openings-own-how = From a quarter of an hour before it begins you come in here. Kring then asks for a code that goes to { $mail }.
openings-own-meeting = See the agenda and who is coming
openings-cannot = Cannot come after all?
openings-leave-place = If you sign off, your place goes to whoever waits first, and the meeting disappears from your calendar.
openings-leave-line = You then leave the list.

openings-subject-asked = Confirm that you are coming: { $title }

openings-first-asked = You signed up for { $title }. One more thing: confirm that you are coming. Only then do you have a place.
openings-confirm-here = Confirm it here:
openings-not-you = Was it not you? Then you need do nothing.

openings-subject-again = You had signed up already: { $title }

openings-first-again = You signed up once more for { $title }. There is no need: you are on the list already.
openings-see-here = See how it stands, or sign off:

openings-subject-waiting = You are on the waiting list: { $title }

openings-first-waiting = { $ahead ->
    [0] All places at { $title } are taken. You come first on the waiting list.
    [one] All places at { $title } are taken. You are on the waiting list, with one person in front of you.
   *[other] All places at { $title } are taken. You are on the waiting list, with { $ahead } people in front of you.
}
openings-moves-up = When a place becomes free for you, it is yours by itself, with an invitation for your calendar.

openings-subject-moved = Changed: { $title }

openings-first-moved = Something changed about { $title }. You are still on the waiting list. This holds now:

openings-subject-called-off = Cancelled: { $title }

openings-first-called-off = { $title } does not take place. You were on the waiting list and need do nothing.

openings-subject-off = No longer on the waiting list: { $title }

openings-first-off = You are no longer on the waiting list of { $title }.

openings-form-lead = This is what people read before they decide to come. Write nothing about a case by which somebody could be recognised.
openings-legend-text = The invitation
openings-legend-room = Who can come
openings-title-hint = Stands on the page and in everybody’s calendar. Put nothing about a case in it.
openings-online-hint = Only those with a place get this address. It begins with https://
openings-method-none = I choose later
openings-goal-hint = What does it bring somebody?
openings-audience-hint = For which profession, and what should somebody know already?
openings-questions-hint = The questions that will be treated, each on a line of its own.
openings-time-asked = What it asks of you
openings-time-hint = How long it takes, and what somebody does beforehand.
openings-capacity = Number of places
openings-capacity-hint = With six to fifteen people everybody gets to speak. The facilitator does not count.
openings-closes-on = Last day to sign up
openings-closes-time = Until
openings-closes-hint = Empty: until it begins.
openings-closes-time-hint = Empty: until the end of that day.
openings-closes-late = This is after the beginning. Choose an earlier day or time.
openings-leader = Facilitator
openings-leader-hint = Who opens the circle and leads it. Is somebody missing? Add them at People first.
openings-leader-none = I do not know yet
openings-keep = Keep as a draft
openings-meanwhile = Somebody else has just changed this meeting. Below is what stands there now; the form holds what you wrote. If you save again, your text counts.

openings-draft = Draft: nobody sees this meeting yet.
openings-programme-draft = The programme is a draft as well. The page is only there when that has changed.
openings-publish = Make it known
openings-preview = Look at the page
openings-share = Share this address:
openings-manage = What you can change
openings-to-form = Text and places
openings-to-cancellation = Call it off
openings-to-meeting = Meeting
openings-to-people = Invitation, who signed up and who waits

openings-people = { $count ->
    [0] Who is coming
   *[other] Who is coming ({ $count })
}
openings-nobody = Nobody has a place yet.

openings-led-by = Led by: { $names }
openings-no-leader = There is no facilitator yet. Without one nobody can open the circle.

openings-waiting = Waiting list ({ $count })
openings-waiting-text = When a place becomes free, the first one has it by itself. The same happens when you make more places.

openings-unconfirmed = Not confirmed yet ({ $count })
openings-unconfirmed-text = They have a mail, and no place yet. Whoever does not confirm leaves this list after two weeks.
openings-remove = Take off the list
openings-add = Put somebody on the list yourself
openings-add-text = Such as somebody who rang you. They need confirm nothing and get the invitation by mail. When it is full they join the waiting list.
openings-add-now = Put on the list
openings-their-name = Name
openings-their-mail = Mail address
