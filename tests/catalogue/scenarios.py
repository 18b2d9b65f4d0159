"""Scenarios of each family: what a system must do, what archgen has to advise for it, and what shows it."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from archgen.dsl.naming import slug
from archgen.dsl.requirements import Requirements
from archgen.importers.design_yaml import importer
from archgen.loading import library
from archgen.loading.known_problems import known_problems
from archgen.model.known_problem import KnownProblem
from tests.fetching import files

EXAMPLES = Path(__file__).parents[2] / "examples"
# Scenarios that are told as several problems, of which the family that teaches them only gives the names.
TOLD_AS: Mapping[str, tuple[str, ...]] = {"named-problems": ("ticketmaster", "uber", "robinhood", "strava", "online-auction")}


def scenarios(family: str) -> Iterator[KnownProblem]:
    """The scenarios of a family that are told, each as a problem that people know; none where it has no file of them."""
    return (problem for problem in known_problems() if problem.family == family)


def told(family: str) -> set[str]:
    """The ids of the scenarios of a family that are told without a fault."""
    right = {one.id for one in scenarios(family) if not any(faults(one))}
    several = {scenario for scenario, problems in TOLD_AS.items() if right.issuperset(problems)}
    return {id for id in right if not any(id in problems for problems in TOLD_AS.values())} | several


def faults(problem: KnownProblem) -> Iterator[str]:
    """Where archgen advises something else, or something is named that there is not."""
    need = _requirements(problem)
    for tree, pattern in problem.decides.items():
        chosen = _chosen(tree, need)
        if chosen != pattern:
            yield f"{problem.id}: {tree} comes to {chosen}, not to {pattern}"
    patterns, rules = library.patterns(), library.rules()
    yield from _unknown(problem, "pattern", problem.uses, patterns.has)
    yield from _unknown(problem, "pattern or rule", problem.shown_by, lambda name: patterns.has(name) or rules.has(name))
    yield from _unknown(problem, "example", problem.designs, examples().__contains__)
    if not problem.shown_by and not problem.designs:
        yield f"{problem.id}: nothing shows it"


def _unknown(problem: KnownProblem, sort: str, names: Iterable[str], is_there: Callable[[str], bool]) -> Iterator[str]:
    return (f"{problem.id}: there is no {sort} {name}" for name in names if not is_there(name))


@cache
def examples() -> frozenset[str]:
    """The designs of the examples, by the address of their page."""
    names = (re.search(r"^design: (.+)$", path.read_text("utf-8"), re.MULTILINE) for path in EXAMPLES.glob("*.yaml"))
    return frozenset(slug(name[1]).replace("_", "-") for name in names if name)


def _requirements(problem: KnownProblem) -> Requirements:
    text = json.dumps({"archgen": 1, "design": problem.id, "requirements": problem.requirements})
    return importer.read(text, f"{problem.id}.json", files()).design.requirements


def _chosen(tree: str, need: Requirements) -> str:
    if not library.trees().has(tree):
        return "nothing, as there is no such tree"
    walk = library.trees().get(tree).value.decide(need)
    return walk.chosen.pattern if walk.chosen else f"the question {walk.open.question if walk.open else ''}"
