# Conversations between meetings.

community-title = Conversations
community-lead-group = For in between: a question, a tip, something to arrange. Only your group and your facilitator read this.
community-lead-programme = For in between: a question, a tip, some news. Everybody in this programme reads this, the organiser too.
community-no-cases = Cases, and anything about a client or colleague, do not belong here: what is written here is kept and mailed. Bring them to a meeting.
community-cases-group = To the meetings of your group
community-cases-my = To your meetings
community-begin = Begin a conversation
community-none = No conversations yet
community-none-text = Ask a question, or share something that helped you. The others will hear of it.
community-unread = { $count } new
community-closed = closed
community-by = Begun by { $name }
community-messages = { $count } { $count ->
    [one] message
   *[other] messages
}
community-last = last on { $moment }
community-moment = { $date }, { $time }
community-thread-title = What is it about?
community-first = Your message
community-text-hint = Plain text. An empty line makes a new paragraph; an address that begins with https:// becomes a link.
community-open = Post the conversation
community-pages = Pages
community-earlier = Previous
community-page = { $page } of { $pages }
community-later = Next
community-new = new
community-changed = changed
community-removed = This message was taken away by its author.
community-change-or-remove = Change or take away
community-remove = Take away
community-of = (message { $number })
community-mark-read = I have read this
community-answer = Your answer
community-send = Post your answer
community-typed = This is what you wrote
community-typed-hint = Copy it if you want to keep it. It has not been posted.
community-is-closed = This conversation is closed. You can read it and no longer answer.
community-closed-meanwhile = This conversation was closed while you were writing. Your text is below and has not been posted.
community-close-text = Once it is closed everybody can still read this conversation, and nobody can answer.
community-close = Close the conversation
community-reopen-text = Once it is open everybody can answer again.
community-reopen = Open the conversation again
community-own = Your own message
community-own-text = Your message
community-save = Save
community-too-late = You can change a message up to an hour after writing it, as long as the conversation is open. You can always take it away.
community-remove-text = The text goes for good. The others see that there was a message here; whoever has already had it by mail keeps that mail.
community-to-threads = To the conversations{ $count ->
    [0] { "" }
   *[other] { " " }({ $count } new)
}

community-hear = How do you want to hear of this?
community-hear-hint = What you have read already is not mailed to you.
community-hear-sensitive = The mail only says that there is something new, not what. What you have read already is not mailed to you.
community-hear-each = Each message in a mail
community-hear-digest = One mail a day, in the morning, when there is something new
community-hear-nothing = No mail
community-dear = Dear { $name },
community-subject-message = { $title } ({ $place })
community-subject-neutral = There is a new message for you
community-subject-digest = New in your conversations
community-first-message = { $author } wrote in "{ $title }" ({ $place }):
community-first-neutral = There is a new message for you in Kring.
community-first-digest = This is new.
community-digest-thread = { $title } ({ $place }), { $count } new
community-digest-neutral = There are new messages for you:
community-digest-more = And { $count } more { $count ->
    [one] conversation
   *[other] conversations
}:
community-read-and-answer = Read everything and answer:
community-read-on = Read on:
community-why-each = You get each message in a mail. Would you rather have one mail a day, or none? Choose here:
community-why-digest = This mail comes once a day at most. Would you rather have each message, or no mail? Choose at the bottom of the conversations.

community-directory = Who knows what
community-directory-lead = People in this programme who want to be found. Only people in this programme see this list.
community-directory-none = Nobody is in it yet
community-directory-none-text = Put yourself in it, so that others can find you.
community-directory-count = { $count ->
    [0] Nobody found
    [one] 1 person
   *[other] { $count } people
}
community-listed = You are in this list.
community-not-listed = You are not in this list.
community-leave-directory = Take me out
community-card-to = Say what you can do and what you look for
community-search-about = About
community-search-hint = For example: sleep copd
community-search-job = Function
community-search-region = Region
community-search-all = All
community-search = Search
community-card = Being found
community-card-lead = Say what you know about, what you can offer others and what you look for. You are only in the list of a programme when you tick it here.
community-card-nowhere = You are not in a programme yet
community-card-nowhere-text = Once you take part in a programme, you can let others find you here.
community-expertise = I know about
community-expertise-hint = Subjects that others may call you about.
community-offers = I offer
community-offers-hint = An intervention that works where you are, a way of working, an afternoon of looking along.
community-seeks = I look for
community-seeks-hint = An intervention you think about, somebody who does it already.
community-card-in = In which programmes may this stand?
community-card-in-hint = People in that programme see your name, function, organisation, region, mail address and what you write here. Tick nothing and you are nowhere.
community-card-empty = Fill in at least one of the three, or tick no programme.
community-chat = The group's own chat
community-chat-lead = Does your group have a chat already? Put the invitation here, and everybody finds it on the page of the group.
community-chat-link = Link to the chat
community-chat-hint = A link that begins with https://, or an invitation of Signal or WhatsApp. Empty the field to take the link away.
community-chat-wrong = Begin with https://, or paste an invitation of Signal or WhatsApp.
community-chat-open = To the chat of the group
community-chat-outside = This chat is outside Kring. Kring sees nothing of it and cannot remove anything for you. Share no cases there.
community-chat-set = Put a link to the chat of your group here
community-chat-change = Change the link

community-answer-by-mail = Answer this mail, or read everything and answer here:
community-subject-returned = Your answer has not been posted
community-returned-closed = The conversation is closed, so your answer has not been posted.
community-returned-long = Your answer has more than { $most } letters, so it has not been posted. Make it shorter, or split it.
community-returned-text = This is what you wrote:

community-saved = Saved.
