# What is wrong with a field, on any form.

forms-missing = Vul dit nog in.

# $most (Number) - letters that fit
# $length (Number) - letters that were typed
forms-too-long = Dit is te lang: { $length } tekens, er passen er { $most }.
forms-day = Kies een dag, zoals 2027-01-31.

forms-choose = Kies er een uit de lijst.
forms-wrong = Er klopt nog iets niet. Het staat bij het veld; wat je invulde is er nog.
forms-save = Bewaar
forms-cancel = Toch niet
forms-optional = Mag leeg blijven.

# $least (Number) - the smallest
# $most (Number) - the largest
forms-number = Vul een heel getal in van { $least } tot en met { $most }.
