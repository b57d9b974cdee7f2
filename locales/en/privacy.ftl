# What in a text can give somebody away.

privacy-line = Line { $line }: { $reason }
privacy-not-a-text = This is no JSON with a text in it. A good example is: {"{"}"id": "1", "text": "Mevrouw Jansen belde."{"}"}
privacy-long-line = This line is longer than 8 MB and was passed over. Divide the text.
privacy-not-utf8 = Here is a character that is not UTF-8. Save the text as UTF-8.
privacy-nothing = Nothing found that makes somebody recognisable. Read the text yourself as well: a special story is recognised without names too.
privacy-finding = Line { $line }: "{ $shown }" · { $kind } · { $certainty }: { $reason }
privacy-instead = Rather: { $instead }
privacy-total = { $count ->
    [one] One place found. Read the text yourself as well: a special story is recognised without names too.
   *[other] { $count } places found. Read the text yourself as well: a special story is recognised without names too.
}

privacy-kind-person = a name
privacy-kind-street = an address
privacy-kind-postcode = a postcode
privacy-kind-place = a place
privacy-kind-date = a date
privacy-kind-age = an age
privacy-kind-phone = a telephone number
privacy-kind-mail = a mail address
privacy-kind-web = a web address
privacy-kind-bsn = a citizen service number
privacy-kind-number = a patient or file number
privacy-kind-registration = a registration number
privacy-kind-iban = a bank account
privacy-kind-institution = an institution or practice

privacy-perhaps = perhaps
privacy-likely = likely
privacy-certain = certain

privacy-reason-form = it looks exactly like one
privacy-reason-checksum = its check digits are right
privacy-reason-announced = the word before it says so
privacy-reason-role = a title, role or relative stands before it
privacy-reason-given-name = it is a given name
privacy-reason-surname = it is a surname
privacy-reason-initials = initials stand beside it
privacy-reason-behaviour = it stands in the sentence like somebody
privacy-reason-known-place = it is a place in the Netherlands
privacy-reason-situation = the words around it point that way
privacy-reason-known-institution = it is a known institution
privacy-reason-repeated = it stands elsewhere in the text as well

privacy-leave-out = leave it out
privacy-somebody = somebody, without a name
privacy-a = "een { $word }"
privacy-decade = in their { $decade }s
privacy-young-child = a child under ten
privacy-born-in = born in the years from { $year }
privacy-spring = in spring
privacy-summer = in summer
privacy-autumn = in autumn
privacy-winter = in winter
privacy-region = a place in the region
privacy-address = an address nearby
privacy-organisation = an organisation
privacy-someone = somebody

privacy-saw = { $count ->
    [one] Kring saw one spot that may make somebody recognisable
   *[other] Kring saw { $count } spots that may make somebody recognisable
}
privacy-saw-text = Kring looks along, and misses things. A special story can be recognised without names too: so read it yourself.
privacy-replace = Replace with "{ $instead }"
privacy-remove = Take it out
privacy-change-yourself = Change this yourself
privacy-anyway = This is all right: nobody can be recognised by it
privacy-still = { $count ->
    [one] Kring still sees one spot, see the top. Change it, or tick below that it is all right.
   *[other] Kring still sees { $count } spots, see the top. Change them, or tick below that it is all right.
}

privacy-marks-fine = This is fine
privacy-marks-key = Alt+Enter
