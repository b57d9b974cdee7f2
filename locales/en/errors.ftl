# Error pages: what happened and what to do.
errors-home = To the start page
errors-reference = Reporting this? Please mention this code:
errors-not-found-title = This page does not exist
errors-not-found-text = The address is not right, or the page is not meant for you. Check that the link is complete.
errors-gone-title = This page has been removed
errors-gone-text = What stood here was deleted and will not come back.
errors-forbidden-title = This is not possible now
errors-forbidden-text = You have no access to this. Ask the organiser if you think you should.
errors-foreign-text = This request came from another website, so it was not carried out. Go back to Kring and try it there.
errors-too-many-title = Please wait a moment
errors-too-many-text = Too many requests came in a row. Wait a few minutes and try again.
errors-too-many-wait = This has been tried too often in a short time. { $minutes ->
    [one] You can try again in a minute.
   *[other] You can try again in { $minutes } minutes.
}
errors-too-large-title = This is too large
errors-too-large-text = What you sent does not fit. Make it smaller and try again.
errors-unreadable-title = This request is not complete
errors-unreadable-text = Something was missing in what you sent. Go back, reload the page and try once more.
errors-broken-title = Something went wrong on our side
errors-broken-text = It is not your fault. Try again in a few minutes. What was saved is still there.
