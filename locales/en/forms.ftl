# What is wrong with a field, on any form.

forms-missing = Please fill this in.
forms-too-long = This is too long: { $length } characters, { $most } fit.
forms-day = Choose a day, such as 2027-01-31.
forms-choose = Choose one from the list.
forms-wrong = Something is not right yet. It says so at the field; what you filled in is still there.
forms-save = Save
forms-cancel = Not after all
forms-optional = May stay empty.

forms-number = Fill in a whole number from { $least } to { $most }.
