# Meetings in calendars: planning a row, inviting, moving, cancelling, replies, lists.

calendar-series-title = Plan meetings
calendar-series-lead = Choose a fixed day and time. Kring proposes dates around the holidays; you look them through. Then everybody has them in their calendar.

calendar-series-name = Meeting { $group }
calendar-form-wrong = Something is not right yet. It says so at the field; what you filled in is still there.
calendar-legend-what = What
calendar-legend-when = When
calendar-legend-where = Where
calendar-title = Title
calendar-title-hint = Stands in everybody's invitations and calendars. Put nothing of a case in it.
calendar-method = Method
calendar-method-hint = You can still change it for each meeting.
calendar-own = A topic or method of its own
calendar-own-topic = Topic
calendar-own-usual = Like all the others
calendar-first = First meeting
calendar-date = Day
calendar-time = Begins at
calendar-minutes = Minutes
calendar-weeks = Every how many weeks
calendar-count = How many meetings
calendar-region = Keep school holidays free
calendar-region-none = Not needed
calendar-region-noord = Region North
calendar-region-midden = Region Central
calendar-region-zuid = Region South
calendar-place = Place
calendar-directions = How to get there
calendar-online = Address of the video meeting
calendar-online-hint = Of whatever service, beginning with https://
calendar-make-video = Make a video room
calendar-make-video-hint = Kring makes an address that nobody can guess, for each meeting one of its own. An address above is dropped then.
calendar-look = Propose dates
calendar-look-again = Propose anew

calendar-days = { $count } { $count ->
    [one] date
   *[other] dates
}
calendar-days-none = No free day was found. Choose another day or another rhythm.
calendar-days-text = Change what you want otherwise. Empty a line to leave that meeting out.

calendar-day = Date { $number }
calendar-more-days = Add another date
calendar-schools-unknown = For some of these dates Kring does not know yet when schools are closed. Check those yourself.

calendar-instead-of = instead of { $day }: { $why }
calendar-plan-and-invite = Plan and invite everybody
calendar-plan-only = Keep as a draft
calendar-decide-text = An invitation comes with a calendar file. Only the facilitator and the organiser see a draft, and no mail is sent about it yet.
calendar-holiday-new-year = New Year's Day
calendar-holiday-good-friday = Good Friday
calendar-holiday-easter = Easter
calendar-holiday-kings-day = King's Day
calendar-holiday-liberation = Liberation Day
calendar-holiday-ascension = Ascension Day
calendar-holiday-whitsun = Whitsun
calendar-holiday-christmas = Christmas
calendar-school-autumn = autumn half-term
calendar-school-christmas = Christmas holidays
calendar-school-spring = spring half-term
calendar-school-may = May holidays
calendar-school-summer = summer holidays
calendar-wrong-missing = Fill this in.
calendar-wrong-date = This is no date. Write it as 2027-01-31.
calendar-wrong-past = This has passed. Choose a later moment.
calendar-wrong-time = This is no time. Write it as 19:30.

calendar-wrong-number = Choose a number from { $least } to { $most }.
calendar-wrong-link = An address begins with https:// and has no spaces.

calendar-wrong-long = This is too long. There is room for { $most } characters.
calendar-wrong-nowhere = Fill in a place, or the address of a video meeting.
calendar-wrong-choose = Choose one from the list.
calendar-wrong-no-days = There is not a single date. Propose anew, or fill one in yourself.
calendar-wrong-changed = Somebody else has just changed this meeting. Check below whether your details are still right; load the page again to see the new ones.
calendar-wrong-too-late = This meeting has begun, is over or was cancelled. You cannot change its date any more.
calendar-date-title = When and where

calendar-now-is = Now: { $when }

calendar-tells = { $people } { $people ->
    [one] person gets
   *[other] people get
} one mail about this. In their calendars the meeting moves by itself.
calendar-tells-nobody = This is still a draft: no mail is sent about it.
calendar-save = Save
calendar-to-cancellation = Cancel this meeting
calendar-cancel-title = Cancel a meeting

calendar-cancel-tells = { $people } { $people ->
    [one] person is
   *[other] people are
} told at once, and the meeting leaves their calendars. You cannot undo this.
calendar-because-label = Why, for the mail
calendar-because-hint = May stay empty. Write nothing of a case or of anybody's health.
calendar-cancel = Cancel and let everybody know
calendar-cancel-not = Do not cancel after all

calendar-reply-for = Invitation for { $name }
calendar-reply-question = Are you coming?
calendar-reply-yes = Yes, I am coming
calendar-reply-no = No, I cannot
calendar-reply-reason = If you cannot: would you like to say why?
calendar-reply-reason-hint = May stay empty. Only the facilitator reads it.
calendar-reply-send-no = Tell them I cannot
calendar-said-yes = You said that you are coming. See you then.
calendar-said-no = You said that you cannot come. If you can after all, say so here.
calendar-is-cancelled = This meeting does not take place.
calendar-reply-too-late = The meeting has begun or does not take place. Nothing can be passed on here any more; call or mail the facilitator.
calendar-feed-title = Your meetings in your own calendar
calendar-feed-lead = Subscribe your calendar to this list once. New meetings and other times then come in by themselves.
calendar-feed-copy = This is the address of your list. Copy it now: Kring shows it only once.
calendar-feed-address = Address of your list
calendar-feed-how = In Google Calendar: Other calendars, From URL. In Outlook: Add calendar, Subscribe from web. On an iPhone: Calendars, Add Calendar, Add Subscription Calendar.

calendar-feed-since = Your list has had an address since { $day }.
calendar-feed-make = Make an address
calendar-feed-renew = Make a new address
calendar-feed-renew-text = A new address ends the old one. Do that when somebody else has seen it.
calendar-feed-end = End the list
calendar-list-name = Kring

calendar-when = { $day }, { $from }–{ $to }
calendar-neutral = Meeting

calendar-neutral-group = Meeting of { $group }

calendar-subject-invited = Invitation: { $title }, { $day }
calendar-subject-place = Your place: { $title }, { $day }
calendar-subject-moved-up = There is a place for you: { $title }, { $day }

calendar-subject-moved = Changed: { $title }, now { $day }

calendar-subject-cancelled = Cancelled: { $title }, { $day }
calendar-subject-left = No longer in your calendar: { $title }, { $day }

calendar-subject-soon = Reminder: { $title }, { $day }

calendar-dear = Dear { $name },

calendar-first-invited = You are invited: { $title } ({ $home }).
calendar-first-place = You have a place: { $title } ({ $home }). Good that you are coming.
calendar-first-moved-up = You were on the waiting list. A place has become free and it is yours: { $title } ({ $home }).

calendar-first-moved = Something changed about { $title } ({ $home }). This holds now:

calendar-first-cancelled = { $title } ({ $home }) does not take place.
calendar-first-left = You are no longer on the list of { $title } ({ $home }). The meeting itself goes on.

calendar-first-soon = { $days ->
    [one] Tomorrow
   *[other] In { $days } days
}: { $title } ({ $home }).

calendar-line-when = When: { $when }

calendar-line-place = Where: { $place }

calendar-line-way = How to get there: { $way }

calendar-line-online = Online: { $link }

calendar-because = Why: { $because }
calendar-sample-subject = Food in the festive month
calendar-sample-because = The facilitator cannot come.
calendar-ask = Say whether you are coming:
calendar-ask-place = Cannot come after all? Then sign off, and somebody else gets your place:
calendar-file = Open the attachment to put the meeting into your calendar. If anything changes you get a new one, and it moves along.
calendar-file-gone = Open the attachment to take the meeting out of your calendar.
calendar-all-of-it = Everything about this meeting:
calendar-to-series = Plan meetings
calendar-to-date = Change time or place
calendar-draft = Draft: nobody is invited yet.
calendar-draft-word = draft
calendar-publish = Invite everybody
calendar-to-feed = Put your meetings into your calendar
calendar-to-file = Put into your calendar

calendar-first-speaker = You are invited to speak at { $title } ({ $group }).

calendar-line-subject = Subject: { $subject }
calendar-ask-speaker = Say whether you are coming. Everything about the meeting is under this link; it is for you alone:
