#!/usr/bin/env python3
"""Makes parts.txt, what Dutch compounds are made of, from the word list in crates/privacy/lists.

    python3 crates/search/lists/make.py

A word is a first or a last part when it is one in at least three words of the list. Words that are endings or particles
more often than parts of a compound are left out by hand, and so are short words, which are in too many others by chance.
Each line holds one base-36 digit, the number of letters it shares with the line before, the rest of the word, and what it
can be: 1 first, 2 last, 3 both.
"""
import collections, os, re, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
ENOUGH = 3
SHORT = set("""arm arts bad bed eet til zit been bel bus cel dag ego eis gas gek gif god hap hof huid hulp ijs kas kind koe les lid lip long man mes
nek nier oog oor oma opa pil pop pot rug slaap spel tas tol top vak val vet vis vee wet weg wijk wond zak zee zin zon zorg zus ggz
net map bos""".split())
NO_FIRST = set("""achter boven binnen buiten door langs naar neer onder over rond samen tegen terug tussen voor voort vast weer mede ver
wegge afge aange bege alge onge inge voorge verge midden zelf heen bijna even veel meer minder heel haar deze zijn waar daar hier over
hoofd groot klein hoog laag oude nieuwe anti super vice extra pres inter semi post hoor bestu best verd verb vers versc vere verl verm
verk verp vert verw vero uitge doorge onderge overge toege opge meege terugge losge vastge verstand prest inst conc cont pers dis bede
bela bete bere bewe gede gere gewe geve""".split()) - {"hoofd", "zelf"}
NO_LAST = set("""lijk lijke lijks loos loze loosheid baar bare baarheid schap heid zaam zame achtig achtige eren eerd eert eerde eerden ende
lende rende kende ster sters aard aars teren deren rijen tuk tukken pelen stig tige ling lingen ment ving over voor door onder achter tegen erij erijen elen eling ander anders
ders ters kers sers enen heden dommen domme vrije rijke volle isch ische plet tukje ingen raad ieren iers eens meer minst nissen tie atie nist atief agen ager alen aren ezen ogen olen onen oren open uren lagen legen
iger igen slag traal wist rechts erts reen teen eten even egen veren""".split()) - {"raad", "slag", "uren", "ogen", "teen"}


def fold(word): return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def words():
    before = ""
    for line in open(os.path.join(HERE, "../../privacy/lists/words.txt"), encoding="utf-8"):
        before = before[:int(line[0], 36)] + line[1:].rstrip("\n")
        yield fold(before)


def main():
    every = {w for w in words() if re.fullmatch("[a-z]+", w)}
    firsts, lasts = collections.Counter(), collections.Counter()
    for word in every:
        for cut in range(3, len(word) - 2):
            left, right = word[:cut], word[cut:]
            if right not in every: continue
            for link in ("", "s", "en", "e", "n"):
                part = left[:len(left) - len(link)]
                if left.endswith(link) and len(part) >= 3 and part in every:
                    firsts[part] += 1; lasts[right] += 1
                    break
    parts = collections.defaultdict(int)
    for counted, bit, never in ((firsts, 1, NO_FIRST), (lasts, 2, NO_LAST)):
        for word, count in counted.items():
            if count >= ENOUGH and word not in never and (len(word) >= 4 or word in SHORT): parts[word] |= bit
    before, lines = "", []
    for word, bits in sorted(parts.items()):
        shared = 0
        while shared < min(len(before), len(word), 35) and before[shared] == word[shared]: shared += 1
        lines.append(f"{DIGITS[shared]}{word[shared:]}{bits}")
        before = word
    path = os.path.join(HERE, "parts.txt")
    with open(path, "w", encoding="utf-8") as out: out.write("\n".join(lines) + "\n")
    print(f"{len(lines)} parts, {os.path.getsize(path) / 1e3:.0f} kB")


main()
