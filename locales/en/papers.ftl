# The papers of a meeting: links and files.

papers-title = Papers
papers-lead = What you read beforehand, or take along afterwards.
papers-none = There are no papers yet.
papers-add = Add a paper
papers-add-yes = Add
papers-name = Name
papers-name-hint = This is how it stands on the list and in the reminder. Left empty, it is the name of the file.
papers-address = A link
papers-address-hint = Beginning with https://
papers-file = Or a file
papers-file-hint = PDF, Word, Excel, PowerPoint, OpenDocument or a picture, without macros. At most 10 MB.
papers-for-speakers = The guest speaker reads it as well
papers-for-speakers-hint = Without a tick, only who belongs to the meeting reads it.
papers-no-cases = Put no case here, and nothing by which somebody can be recognised.
papers-form-wrong = Something is not right yet. It says so at the field. Choose the file once more afterwards.
papers-nothing = Choose a file, or fill in a link above.
papers-both = Choose a link or a file, not both.
papers-too-large = This file is too large. 10 MB fits; make it smaller or give a link.
papers-wrong-kind = Kring does not take this kind of file. Save it as PDF, or without macros, and try again.

papers-full = A meeting has at most { $most } papers. Take one away first.
papers-link = link
papers-with-speaker = The guest speaker reads this as well.

papers-kilobytes = { $size } kB

papers-megabytes = { $size } MB
papers-remove = Take away
papers-remove-text = The paper is gone for everybody then. This cannot be undone.
papers-remove-yes = Take the paper away
papers-to-add = Add papers
papers-to = See the papers

papers-mail = Papers for this meeting:
    { $titles }
papers-mail-some = There are papers for this meeting. You find them on the page below.
