# Lists of people in and out.

transfer-title = Import a list
transfer-lead = Put everybody on a spreadsheet into this programme in one go. First you see what will happen; only then does anything change.
transfer-columns = What is on the list
transfer-needed = The first row has the headings. Name and e-mail address are needed; first name, infix and last name apart will do as well. The rest is up to you:
transfer-about-group = As the group is called in Kring. Empty: in the programme, and in no group yet. Somebody who leads several groups has a row for each.
transfer-about-role = Participant or facilitator. Empty is participant. A facilitator without a group leads in the whole programme.
transfer-about-language = The language of mails: nl or en. Empty is nl.
transfer-about-work = Where somebody works.
transfer-about-job = What somebody does there. Kring keeps this only together with an organisation.
transfer-example = An example to fill in:
transfer-as-workbook = Excel
transfer-as-sheet = CSV
transfer-file = File
transfer-file-hint = An Excel file (.xlsx) or CSV, with { $rows } people at most.
transfer-pasted = Or paste the list here
transfer-pasted-hint = In your spreadsheet, copy the headings and the rows, and paste them here.
transfer-make = Make the groups that do not exist yet
transfer-make-hint = Without this tick an unknown group is a problem, so that no group is made by a typing error.
transfer-look = See what will happen
transfer-nothing-yet = Nothing changes yet.
transfer-list-wrong = Kring cannot read this list as it is. The field says why.
transfer-export = Take the list with you
transfer-export-text = Everybody in this programme, with group, role and how their application stands. This file can be imported here again.
transfer-preview = What will happen
transfer-ignored = Kring does not use these columns: { $columns }.
transfer-blocked = { $count ->
    [one] One row is not right yet.
   *[other] { $count } rows are not right yet.
} Nothing has changed. Correct the list below, or your file, and look again.
transfer-all-known = Everything on this list is in Kring already. There is nothing to do.
transfer-will = { $joined ->
    [0] Nobody is new in the programme
    [one] One person will be new in the programme
   *[other] { $joined } people will be new in the programme
}, and { $seated ->
    [0] nobody gets a place in a group.
    [one] one place in a group will be given.
   *[other] { $seated } places in groups will be given.
}
transfer-unchanged = { $count ->
    [one] One row changes nothing.
   *[other] { $count } rows change nothing.
}
transfer-done = The list has been imported. { $joined ->
    [0] Nobody is new in the programme
    [one] One person is new in the programme
   *[other] { $joined } people are new in the programme
}, and { $seated ->
    [0] nobody got a place in a group.
    [one] one place in a group was given.
   *[other] { $seated } places in groups were given.
}
transfer-to-people = See people and groups
transfer-carry = Import this list
transfer-invited = Whoever gets a place is invited at once to what the group has planned. Name and details of whoever Kring knows already stay as they are.
transfer-mend = Change the list
transfer-list = The list
transfer-list-hint = A row for each, with a tab between columns.
transfer-again = Look again
transfer-other = Choose another file
transfer-rows = { $count ->
    [one] One row
   *[other] { $count } rows
}
transfer-wrong-rows = { $count ->
    [one] One row that is not right yet
   *[other] { $count } rows that are not right yet
}
transfer-right-rows = { $count ->
    [one] One row that is right
   *[other] { $count } rows that are right
}
transfer-who = Who
transfer-what = What will happen
transfer-why = What is not right
transfer-row = Row { $row }
transfer-nothing = Changes nothing.
transfer-joins = Will be new in the programme.
transfer-leads = Will lead in the whole programme, without a group.
transfer-sits = Gets a place in { $group }.
transfer-leads-group = Will lead { $group }.
transfer-sits-new = Gets a place in { $group }, a new group.
transfer-leads-new = Will lead { $group }, a new group.
transfer-works = Organisation and function are kept, if there were none yet.
transfer-same = Row { $row } says this already; it counts once.
transfer-keeps-name = Is called { $name } in Kring, and keeps that name.
transfer-is-applicant = You decide on an application on the page Applications; a list admits nobody.
transfer-job-alone = Kring keeps a function only together with an organisation.
transfer-wrong-missing = This is missing. Fill it in.
transfer-wrong-invented = This is the row of the example. Take it out.
transfer-wrong-group-near = There is no such group. Do you mean { $group }? Or tick that groups are made.
transfer-wrong-group = There is no such group. Correct the name, or tick that groups are made.
transfer-wrong-role = Kring does not know the role { $role }. Fill in participant or facilitator, or leave it empty.
transfer-wrong-language = Kring writes no mails in this language: { $language }. Fill in nl or en, or leave it empty.
transfer-wrong-sits = Takes part in { $group } already, and nobody takes part in two groups. People are moved on the page People and groups.
transfer-wrong-other-role = Is in { $group } already, with another role. A role is changed on the page People and groups.
transfer-wrong-differs = Row { $row } says something else for this e-mail address. Make them the same, or give each an address of their own.
transfer-no-list = Choose a file, or paste a list below.
transfer-both = You chose a file and pasted a list as well. Choose again, and do one of the two.
transfer-empty = There is nothing in it. Choose a file with headings in the first row and the people below.
transfer-too-large = This is too large: 2 MB at most. Save the list alone, without pictures and other sheets, or split it.
transfer-too-many = These are too many rows: { $rows } at most in one go. Split the list.
transfer-old = This is an old Excel file (.xls), or it has a password. Save it without a password as .xlsx or CSV.
transfer-no-spreadsheet = This is no spreadsheet that Kring can read. Save your list as .xlsx or CSV, or paste it below.
transfer-only-headings = There are only headings. Put the people below them.
transfer-lacks = There is no column { $column }. Put that heading above the column that has it.
transfer-twice = The column { $column } is there twice. Leave one.
transfer-read-headings = Kring read these headings: { $columns }.
transfer-column-name = Name
transfer-column-first = First name
transfer-column-infix = Infix
transfer-column-last = Last name
transfer-column-mail = E-mail address
transfer-column-group = Group
transfer-column-role = Role
transfer-column-language = Language
transfer-column-organisation = Organisation
transfer-column-job = Function
transfer-column-application = Application
transfer-applicant = Applicant
transfer-example-language = en
transfer-example-organisation = Lime Tree Practice
transfer-example-job = practice nurse
