# Composing groups.

# The files: what is wrong, and what a right value looks like.

composing-unreadable = This file cannot be read: { $reason }. Check its name.
composing-not-utf8 = Here is a character that is not UTF-8. Save the file as "CSV UTF-8".
composing-no-name-column = The first line has no column of names. A good example is: name,function,organisation
composing-column-twice = The column { $column } stands there twice. Leave one out or give it another name.
composing-column-near = The column { $column } looks like a slip of the pen. Do you mean { $near }? Otherwise give it another name.
composing-no-heading = A column with data has no name. Put one above it on the first line, such as function.
composing-cells = This line has { $cells } cells and the first line { $columns }. Put a value with a comma or semicolon in it between quotes, such as "Bos, de Wit".
composing-open-quote = A value runs on to the next line. Probably a quote is missing, as in "Bos, de Wit".
composing-no-name = This line has no name. A good example is: Noor Jansen
composing-twice = { $name } also stands on line { $line }. If they are two people, give each a number in a column id.
composing-degrees = { $column }: { $text } is not a number of degrees. A good example is 52.09 (latitude) or 5.12 (longitude).
composing-half-a-place = A place has a latitude and a longitude, or neither. A good example is 52.09 and 5.12.
composing-several = More than one person is called { $name }. Write the number from the column id.
composing-nobody = Nobody in the file is called { $name }. Do you mean { $near }? Put | between several names.
composing-oneself = { $name } names themselves. Name only others here.
composing-both = { $name } wants to be both with and apart from { $other }. Choose one of the two.
composing-nobody-at-all = There is nobody in this file. Put a person on each line below the first.
composing-slots = There are more than 64 different half-days. Write the same half-day in the same way, such as tue-evening.
composing-not-toml = This is not valid TOML ({ $reason }). Look at quotes, brackets and commas.
composing-missing = { $what } is missing. A good example is: { $example }
composing-wrong = The value of { $what } is not right. A good example is: { $example }
composing-unknown-key = There is no { $what } here. Do you mean { $near }?
composing-no-kind = There is no rule of kind { $word }. Do you mean { $near }? All kinds: { $all }
composing-coach-twice = Coach { $name } stands there twice. Add the groups up at one of them (groups = 2).
composing-sizes = The sizes do not rise. A good example is: least = 6, best = 7, most = 8
composing-undivided = { $people } people cannot be divided into groups of { $least } to { $most }. Make least smaller or most larger.
composing-groups = { $people } people do not make { $groups } groups of { $least } to { $most }. Choose another number of groups or other sizes.
composing-trait-of-nobody = Of nobody is { $of } known. Columns that a rule can be about: { $all }
composing-hard-size = A rule about sizes cannot be hard: least and most always hold. Leave hard out.

# While it runs, and the answer.

composing-progress = Composing: { $done } of { $all }
composing-group = Group { $number }: { $people ->
    [one] 1 person
   *[other] { $people } people
}
composing-group-coach = Group { $number }, coach { $coach }: { $people ->
    [one] 1 person
   *[other] { $people } people
}
composing-not-known = not known: { $what }
composing-score = Score { $penalty } (0 is perfect), seed { $seed }
composing-is-kept = hard, kept
composing-counted = counts { $penalty }, not kept { $times ->
    [one] once
   *[other] { $times } times
}
composing-impossible = These hard rules do not go together. With one of them left out, the others can be kept.
composing-one-impossible = This hard rule cannot be kept with these sizes.
composing-concerns = It concerns { $people }.
composing-proven = This is certain: no composition keeps them. Make a rule soft (leave hard out) or change the sizes.
composing-not-found = Much was tried and nothing was found. Make a rule soft (leave hard out) or change the sizes.

# What each kind of rule asks.

composing-rule-size = groups of the best size
composing-rule-apart = people who would rather be apart are apart
composing-rule-together = people who wish to be together are together
composing-rule-differ = nobody shares { $of } with another
composing-rule-never-alone = nobody is the only one with their { $of }
composing-rule-spread = { $of } mixed over the groups
composing-rule-gather = people who share { $of } together
composing-rule-common-slot = a half-day on which everybody is free
composing-rule-travel = nobody further than { $km } km from another
composing-rule-coach = a coach who works where everybody lives

# Why somebody sits where they sit.

composing-apart-kept = sits apart from { $who }
composing-apart-broken = sits with { $who }, though they would rather be apart
composing-together-kept = sits with { $who }, as wished
composing-together-broken = does not sit with { $who }, though it was wished
composing-differ-kept = shares { $of } with nobody here
composing-differ-broken = shares { $of } with { $who }
composing-alone-kept = is not the only one with this { $of }: also { $who }
composing-alone-broken = is the only one here with this { $of }
composing-gather-kept = shares { $of } with everybody here
composing-gather-broken = does not share { $of } with { $who }
composing-slot-kept = there is a half-day on which everybody is free
composing-slots-kept = everybody is free on { $slots }
composing-slot-broken = there is no half-day on which everybody is free
composing-travel-kept = lives within { $km } km of everybody here
composing-travel-broken = lives further than { $km } km from { $who }
composing-coach-kept = { $coach } works here, as far as is known
composing-coach-broken = { $coach } does not work in this region
composing-no-coach = the group has no coach
