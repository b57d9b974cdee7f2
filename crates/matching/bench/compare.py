"""How near composed groups come to the best there can be, as a constraint solver proves it.

Reads the questions and answers that `cargo bench -p matching --bench invented -- --instances FILE` wrote, states each question anew from
its rules, counts the answer again, and has CP-SAT look for something better:

    pip install -r requirements.txt
    python compare.py FILE --seconds 120 --workers 8

For each question: the penalty of the answer, the best the solver found, and the least it proved possible.
"""

import argparse
import json
import math
from itertools import combinations

from ortools.sat.python import cp_model


def weights(rules):
    """By rank, the last of the rules that are not hard counts once."""
    rank = sum(not rule.get("hard", False) for rule in rules)
    found = []
    for rule in rules:
        found.append(rule.get("weight") or max(rank, 1))
        if not rule.get("hard", False):
            rank -= 1
    return found


def kilometres(one, other):
    here, there = (math.radians(place["latitude"]) for place in (one, other))
    turn = math.radians(other["longitude"] - one["longitude"])
    share = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(turn / 2) ** 2
    return round(2 * 6371 * math.asin(math.sqrt(share)))


class Model:
    """One question as whole numbers and what must hold between them."""

    def __init__(self, question):
        self.people, self.coaches = question["people"], question["coaches"]
        self.rules, self.size = question["rules"]["rule"], question["rules"]["size"]
        self.count, self.groups = len(self.people), len(question["groups"])
        self.model, self.costs = cp_model.CpModel(), []
        self.sits = [
            [self.model.new_bool_var(f"x{p},{g}") for g in range(self.groups)] for p in range(self.count)
        ]
        for row in self.sits:
            self.model.add_exactly_one(row)
        self.sizes = [self.total(g, range(self.count)) for g in range(self.groups)]
        for size in self.sizes:
            self.model.add_linear_constraint(size, self.size["least"], self.size["most"])
        self.leads = [
            [self.model.new_bool_var(f"c{k},{g}") for g in range(self.groups)] for k in range(len(self.coaches))
        ]
        self.coach_seats()
        for rule, weight in zip(self.rules, weights(self.rules)):
            self.add(rule, weight)
        self.model.minimize(sum(weight * cost for weight, cost in self.costs))
        self.hint(question["groups"])

    def total(self, group, people):
        return sum(self.sits[p][group] for p in people)

    def coach_seats(self):
        seats = sum(coach["groups"] for coach in self.coaches)
        for group in range(self.groups):
            here = [lead[group] for lead in self.leads]
            if here and seats >= self.groups:
                self.model.add_exactly_one(here)
            elif here:
                self.model.add_at_most_one(here)
        for coach, lead in zip(self.coaches, self.leads):
            self.model.add(sum(lead) <= coach["groups"])

    def number(self, most, name):
        return self.model.new_int_var(0, most, name)

    def add(self, rule, weight):
        kind, hard = rule["kind"], rule.get("hard", False)
        if kind in ("apart", "differ", "travel"):
            self.pairs(rule, weight, hard)
        elif hard:
            raise SystemExit(f"{kind} is never hard in these questions")
        elif kind == "together":
            self.together(weight)
        elif kind in ("spread", "gather"):
            self.mixed(rule, weight)
        elif kind == "never-alone":
            self.alone(rule, weight)
        elif kind == "common-slot":
            self.slots(weight)
        elif kind == "size":
            self.deviation(weight)
        else:
            self.elsewhere(weight)

    def pairs(self, rule, weight, hard):
        for one, other in combinations(range(self.count), 2):
            if not self.counts(rule, self.people[one], self.people[other]):
                continue
            if hard:
                for here, there in zip(self.sits[one], self.sits[other]):
                    self.model.add_at_most_one(here, there)
                continue
            same = self.model.new_bool_var("")
            for here, there in zip(self.sits[one], self.sits[other]):
                self.model.add_bool_or(here.negated(), there.negated(), same)
            self.costs.append((weight, same))

    @staticmethod
    def counts(rule, one, other):
        if rule["kind"] == "apart":
            return other["id"] in one["apart"] or one["id"] in other["apart"]
        if rule["kind"] == "differ":
            return bool(set(one["traits"][rule["of"]]) & set(other["traits"][rule["of"]]))
        return kilometres(one["place"], other["place"]) > rule["km"]

    def together(self, weight):
        for one, other in combinations(range(self.count), 2):
            here, there = self.people[one], self.people[other]
            if there["id"] not in here["together"] and here["id"] not in there["together"]:
                continue
            unmet = self.model.new_bool_var("")
            for mine, theirs in zip(self.sits[one], self.sits[other]):
                self.model.add_bool_or(mine.negated(), theirs, unmet)
            self.costs.append((weight, unmet))

    def values(self, rule):
        """People by what they have of a trait; everybody has one value in these questions."""
        by_value = {}
        for number, person in enumerate(self.people):
            (value,) = person["traits"][rule["of"]]
            by_value.setdefault(value, []).append(number)
        return by_value

    def pairs_among(self, total, most):
        """How many pairs so many people are."""
        many, pairs = self.number(most, ""), self.number(most * (most - 1) // 2, "")
        self.model.add(many == total)
        self.model.add_element(many, [n * (n - 1) // 2 for n in range(most + 1)], pairs)
        return pairs

    def mixed(self, rule, weight):
        most = self.size["most"]
        for group in range(self.groups):
            alike = [self.pairs_among(self.total(group, people), most) for people in self.values(rule).values()]
            if rule["kind"] == "spread":
                self.costs.append((weight, sum(alike)))
            else:
                self.costs.append((weight, self.pairs_among(self.sizes[group], most) - sum(alike)))

    def alone(self, rule, weight):
        for group in range(self.groups):
            for people in self.values(rule).values():
                none, one, more = (self.model.new_bool_var("") for _ in range(3))
                total = self.total(group, people)
                self.model.add_exactly_one(none, one, more)
                self.model.add(total >= one + 2 * more)
                self.model.add(total <= one + self.size["most"] * more)
                self.costs.append((weight, one))

    def slots(self, weight):
        names = {slot for one in self.people + self.coaches for slot in one["free"]}
        for group in range(self.groups):
            common = []
            for slot in sorted(names):
                fits = self.model.new_bool_var("")
                common.append(fits)
                for everybody, sits in ((self.people, self.sits), (self.coaches, self.leads)):
                    for one, row in zip(everybody, sits):
                        if one["free"] and slot not in one["free"]:
                            self.model.add_at_most_one(fits, row[group])
            missing = self.model.new_bool_var("")
            self.model.add_bool_or(*common, missing)
            self.costs.append((weight * self.size["best"], missing))

    def deviation(self, weight):
        for size in self.sizes:
            off = self.number(self.size["most"], "")
            self.model.add_abs_equality(off, size - self.size["best"])
            self.costs.append((weight, off))

    def elsewhere(self, weight):
        for group in range(self.groups):
            nobody = 1 - sum(lead[group] for lead in self.leads)
            self.costs.append((weight * self.size["best"], nobody))
        for person, sits in zip(self.people, self.sits):
            region, stranger = set(person["traits"]["region"]), self.model.new_bool_var("")
            for coach, leads in zip(self.coaches, self.leads):
                if coach["regions"] and not region & set(coach["regions"]):
                    for here, there in zip(sits, leads):
                        self.model.add_bool_or(here.negated(), there.negated(), stranger)
            self.costs.append((weight, stranger))

    def hint(self, groups):
        """Our answer, to begin with; and to be counted again."""
        self.given = []
        for number, group in enumerate(groups):
            for row, everybody, inside in (
                (self.sits, self.people, set(group["people"])),
                (self.leads, self.coaches, {group["coach"]}),
            ):
                for one, variables in zip(everybody, row):
                    self.model.add_hint(variables[number], one["id"] in inside)
                    self.given.append((variables[number], one["id"] in inside))

    def counted(self):
        """The penalty of our answer, as this model counts it."""
        fixed = self.model.clone()
        for variable, value in self.given:
            fixed.add(fixed.get_bool_var_from_proto_index(variable.index) == value)
        solver = cp_model.CpSolver()
        return round(solver.objective_value) if solver.solve(fixed) == cp_model.OPTIMAL else None


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file")
    arguments.add_argument("--seconds", type=float, default=120)
    arguments.add_argument("--workers", type=int, default=8)
    asked = arguments.parse_args()
    with open(asked.file, encoding="utf-8") as file:
        questions = json.load(file)
    proven = within = 0
    for question in questions:
        model, solver = Model(question), cp_model.CpSolver()
        counted = model.counted()
        if counted != question["penalty"]:
            raise SystemExit(f"question {question['seed']}: counted {counted}, told {question['penalty']}")
        solver.parameters.max_time_in_seconds = asked.seconds
        solver.parameters.num_workers = asked.workers
        status = solver.solve(model.model)
        best, least = round(solver.objective_value), math.ceil(solver.best_objective_bound - 1e-6)
        proven += status == cp_model.OPTIMAL
        within += status == cp_model.OPTIMAL and question["penalty"] <= best * 1.01
        print(
            f"question {question['seed']:2}: {len(question['people'])} people in {len(question['groups'])} groups,"
            f" answer {question['penalty']}, solver {best}, at least {least}"
            f"{' (proven)' if status == cp_model.OPTIMAL else ''}, {solver.wall_time:.0f} s",
            flush=True,
        )
    print(f"{len(questions)} questions: {proven} proven, {within} of these answered within 1 %")


if __name__ == "__main__":
    main()
