#!/usr/bin/env python3
"""Writes labelled texts again with other people, places, streets and institutions, to see whether a detector leans on the names
it was made with.

    swap.py IN.jsonl OUT.jsonl [--strange PART] [--seed N]

Each text keeps its sentences. The same name becomes the same other name. PART of the new names (1 by default) is put together
from syllables, so that no list can hold it; the others are common ones. Offsets are characters, as in the input.
"""
import argparse, json, random, re

FIRST = ("Bra Mar Lo Ke Ti Ja Sju Fe Ro Wi Nau Ha Zai Do Ys Le Ga Mi Su Nar Ebr Oe Ki Pra Tso".split(),
         "li ra me no di fa lo ne sha ri ve zi ka ju mi ta".split(), "n ke na s a la tje m d ne mar ssa d ra".split())
LAST = ("Zwie Hark Bol Veer Tichel Kwak Ruis Dop Steg Plom Wier Graf Snel Kraai Moes Til Hem Oud Loo Rens Brun Wals".split(),
        "en er e el ing s".split(), "bos link kamp ma stra huis veld man berg sen aar horst meijer sma wijk pol dink zema".split())
TOWN = ("Ooster Wester Noord Zuid Hoog Laag Grote Lutjen Mid Ber Elz Kra Zwi Hol Win Rie Ter Wol".split(),
        "", "loo veen dorp um drecht hoven woude kerk broek wolde horst beek sluis zijl".split())
WAY = ("Rietzanger Lindeboom Kolenbrander Turfschip Zilvermeeuw Veldkers Molenaar Brinkhof Scholtenhof Ganzeneb Peppel".split(),
       "", "straat laan weg plein singel kade dreef steeg pad".split())
HOME = ("De Het Sint 't Huize".split(), " ",
        "Waterlelie Lijsterhof Morgenster Kompasroos Zandloper Bernadette Vuurtoren Kruidhof Reigershof Meidoorn Klaverveld Hertenkamp".split())
COMMON = {
    "first": "Anja Bert Carla Dennis Els Fatma Gerard Hilda Ibrahim Jolanda Karel Lida Mohamed Nienke Otto Paula Rob Sofie Tineke Wouter".split(),
    "last": "Jansen Bakker Visser Smit Meijer Mulder Bos Vos Peters Hendriks Dekker Brouwer Dijkstra Kuipers Yilmaz Postma".split(),
    "town": "Assen Breda Goes Heerlen Sneek Tiel Venlo Zeist Almelo Putten Gorinchem Hengelo Roermond Delfzijl".split(),
    "way": "Kerkstraat Molenweg Dorpsstraat Julianalaan Stationsweg Schoolstraat Beatrixlaan Eikenlaan".split(),
    "home": "De Linde, De Brink, Het Anker, Sint Jozef, De Regenboog, De Wilgen, Avondrust".split(", "),
}
SMALL = set("van de den der het ten ter te el al 't v d vd v/d".split())


class Swap:
    def __init__(self, rng, strange):
        self.rng, self.strange, self.seen = rng, strange, {}

    def new(self, what, parts):
        if self.rng.random() >= self.strange: return self.rng.choice(COMMON[what])
        return "".join(p if isinstance(p, str) else self.rng.choice(p) for p in parts)

    def word(self, what, parts, old):
        key = (what, old.lower())
        if key not in self.seen: self.seen[key] = self.new(what, parts)
        new = self.seen[key]
        return new.lower() if old == old.lower() else new

    def name(self, text):
        words, out = re.split(r"([\s,.()/-]+)", text), []
        full = [i for i, w in enumerate(words) if i % 2 == 0 and len(w) > 1 and w.lower() not in SMALL]
        for i, w in enumerate(words):
            if i not in full: out.append(w)
            elif len(full) == 1 and self.alone or len(full) > 1 and i == full[0]: out.append(self.word("first", FIRST, w))
            else: out.append(self.word("last", LAST, w))
        return "".join(out)

    def span(self, kind, sub, text):
        if kind == "persoon":
            self.alone = sub in ("voornaam", "")
            return self.name(text)
        if kind == "plaats": return self.word("town", TOWN, text)
        if kind == "adres":
            number = re.search(r"(\s+(nr\.?\s*)?\d.*)?$", text).group(0)
            return self.word("way", WAY, text[:len(text) - len(number)]) + number
        if kind == "instelling": return self.word("home", HOME, text)
        return text


def main():
    ap = argparse.ArgumentParser(description=__doc__); ap.add_argument("source"); ap.add_argument("target")
    ap.add_argument("--strange", type=float, default=1.0); ap.add_argument("--seed", type=int, default=1); a = ap.parse_args()
    rng = random.Random(a.seed)
    with open(a.source, encoding="utf-8") as source, open(a.target, "w", encoding="utf-8") as target:
        for line in source:
            doc = json.loads(line); swap = Swap(rng, a.strange)
            marks = sorted([(s["start"], s["end"], s) for s in doc["spans"]] + [(n["start"], n["end"], None) for n in doc.get("neutral", [])], key=lambda m: m[:2])
            text, at, spans, neutral = "", 0, [], []
            for start, end, span in marks:
                if start < at: continue
                text += doc["text"][at:start]; old = doc["text"][start:end]
                new = swap.span(span["type"], span.get("sub", ""), old) if span else old
                place = {"start": len(text), "end": len(text) + len(new)}
                if span: spans.append({**span, **place})
                else: neutral.append(place)
                text += new; at = end
            doc.update(text=text + doc["text"][at:], spans=spans, neutral=neutral)
            target.write(json.dumps(doc, ensure_ascii=False) + "\n")


main()
