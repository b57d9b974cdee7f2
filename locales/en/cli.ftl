# The command line: settings, demo, doctor.

config-unreadable = { $file } cannot be read: { $reason }. Check that the file exists and is valid TOML.
config-unknown = { $place }: there is no setting { $key }. Do you mean { $near }?
config-wrong = { $place }: the value of { $key } is not right. A good example is { $example }.
config-missing = { $key } is missing; { $because } needs it. A good example is { $example }.
demo-ready = Kring is ready: open { $address }
demo-stop = To stop: Ctrl-C. The example data disappear then, unless you used --data.

method-unknown = There is no method { $id }. Do you mean { $near }? All names: kring method list
method-nothing-fits = No method fits this. Take more time (--minutes) or another number of people (--people).
