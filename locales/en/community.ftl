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
community-to-threads = Conversations{ $count ->
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
