# Who stays away, for whoever leads a group.

absence-title = Who was there
absence-lead = Only you as the facilitator see this. It shows in time when somebody drops out.
absence-to = See who was there
absence-who = The last meetings
absence-share = Present
absence-there = was there
absence-away = was not there
absence-not-listed = was not on the list
absence-none = There has been no meeting yet
absence-none-text = After the first meeting this shows who was there.
absence-sign = Not seen the last two times: { $names }. Ringing up often helps.
absence-count = { $there } of { $all }
absence-below = below the norm
absence-norm = The norm of the programme is { $norm }% of its meetings.
absence-mail-subject = Somebody was not there twice: { $group }
absence-mail-first = { $name } was not there the last two times at { $group }.
absence-mail-why = Perhaps nothing is wrong. Ringing up often helps. Only whoever leads the group gets this mail.
absence-mail-see = See who was there when:
