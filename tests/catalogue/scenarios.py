"""Scenarios of each family: what a system must do, what archgen has to advise for it, and what shows it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from archgen.dsl.requirements import Requirements
from archgen.importers.design_yaml import importer
from archgen.loading import library
from tests.fetching import files

FOLDER = Path(__file__).with_name("scenarios")
EXAMPLES = Path(__file__).parents[2] / "examples"


@dataclass(frozen=True)
class Scenario:
    """A system in a sentence, and what is to be said of it.

    `decides` gives the pattern that each tree must come to. `shown_by` names patterns, rules and examples with designs of it,
    `uses` all the patterns that it takes.
    """

    id: str
    says: str
    requirements: Requirements
    decides: Mapping[str, str]
    uses: tuple[str, ...]
    shown_by: tuple[str, ...]


def scenarios(family: str) -> Iterator[Scenario]:
    """The scenarios of a family that are told; none where it has no file of them."""
    file = FOLDER / f"{family}.yaml"
    told = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader) if file.is_file() else {}
    for id, one in told.items():
        text = json.dumps({"archgen": 1, "design": id, "requirements": one["requirements"]})
        design = importer.read(text, f"{id}.json", files()).design
        shown_by, uses = tuple(one["shown_by"]), tuple(one["uses"])
        yield Scenario(id, one["says"], design.requirements, one["decides"], uses, shown_by)


def faults(scenario: Scenario) -> Iterator[str]:
    """Where archgen advises something else, or something is named that there is not."""
    for tree, pattern in scenario.decides.items():
        chosen = _chosen(tree, scenario.requirements)
        if chosen != pattern:
            yield f"{scenario.id}: {tree} comes to {chosen}, not to {pattern}"
    for name in scenario.uses:
        if not library.patterns().has(name):
            yield f"{scenario.id}: there is no pattern {name}"
    for name in scenario.shown_by:
        if not _is_there(name):
            yield f"{scenario.id}: there is no pattern, rule or example {name}"
    if not scenario.shown_by or not (scenario.decides or scenario.uses):
        yield f"{scenario.id}: nothing is said of it"


def _chosen(tree: str, need: Requirements) -> str:
    if not library.trees().has(tree):
        return "nothing, as there is no such tree"
    walk = library.trees().get(tree).value.decide(need)
    return walk.chosen.pattern if walk.chosen else f"the question {walk.open.question if walk.open else ''}"


def _is_there(name: str) -> bool:
    example = EXAMPLES / f"{name.removeprefix('examples/')}.yaml"
    return library.patterns().has(name) or library.rules().has(name) or example.is_file()
