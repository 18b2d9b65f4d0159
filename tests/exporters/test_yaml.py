"""Designs as YAML: as a person would write them, and the same design when they are read again."""

from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from archgen import Calls, Design, Group, Service, System, word
from archgen.exporters import json
from archgen.exporters.yaml import exporter
from archgen.importers.design_yaml import importer
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.pipeline.formatting import lay_out_bytes
from archgen.pipeline.reading import read
from tests.conftest import Golden
from tests.exporters.designs import designs
from tests.fetching import files

TWINS = Path(__file__).parent / "twins"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
any_design = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=60)


def read_again(text: str, path: str = "design.yaml") -> Architecture:
    return link(importer.read(text, path, files()))


def exported(design: Design) -> str:
    return exporter.write(link(design))


def test_a_design_is_written_as_a_person_would(golden: Callable[[str], Golden]) -> None:
    assert exporter.write(read(str(TWINS / "shop.py")).architecture) == golden("export/shop.yaml")


def test_an_example_says_the_same_in_yaml() -> None:
    architecture = read(str(EXAMPLES / "group_chat.py")).architecture
    assert json.exporter.write(read_again(exporter.write(architecture))) == json.exporter.write(architecture)


@given(designs())
@any_design
def test_any_design_is_read_back_as_it_was(design: Design) -> None:
    assert json.exporter.write(read_again(exported(design))) == json.exporter.write(link(design))


@given(designs())
@any_design
def test_json_stays_the_same_by_way_of_yaml(design: Design) -> None:
    text = json.exporter.write(link(design))
    assert json.exporter.write(read_again(exporter.write(read_again(text, "design.json")))) == text


@given(designs())
@any_design
def test_yaml_stays_the_same_by_way_of_json(design: Design) -> None:
    text = exported(design)
    by_way = json.exporter.write(read_again(text))
    assert exporter.write(read_again(by_way, "design.json")) == text


@given(designs())
@any_design
def test_any_design_is_laid_out_already(design: Design) -> None:
    text = exported(design)
    assert lay_out_bytes(text.encode(), "design.yaml").after.decode() == text


def test_a_design_without_parts_is_three_words() -> None:
    assert exported(Design("Empty", [])) == "archgen: 1\ndesign: Empty\n"


def test_an_id_that_is_made_again_and_that_nothing_speaks_of_is_left_out() -> None:
    a, b = Service("A"), Service("B")
    twice = exported(Design("D", [Calls(a, b), Calls(b, a), Calls(a, b, "again")]))
    assert twice.split("connections:\n")[1] == (
        "  - {kind: calls, id: a-calls-b, from: a, to: b}\n"
        "  - {kind: calls, from: b, to: a}\n"
        "  - {kind: calls, id: a-calls-b-2, from: a, to: b, label: again}\n"
    )


def test_a_design_within_a_design_is_written_out() -> None:
    front = Service("Front")
    inner = Design("Billing", [Calls(front, Service("Ledger"))])
    text = exported(Design("Shop", [System("Billing", design=inner, entry=front, group=Group("Bought"))]))
    assert text == (
        "archgen: 1\ndesign: Shop\n\ngroups:\n  bought: {name: Bought}\n\ncomponents:\n  billing:\n    kind: system\n"
        "    entry: front\n    in: bought\n    design:\n      archgen: 1\n      design: Billing\n      components:\n"
        "        front: {kind: service}\n        ledger: {kind: service}\n      connections:\n"
        "        - {kind: calls, from: front, to: ledger}\n"
    )


def test_a_word_of_the_design_s_own_is_replaced_and_said() -> None:
    @word
    class Turnstile(Service):
        """Lets one in at a time."""

        arms: int | None = None

    text = exported(Design("D", [Turnstile("Gate", arms=3, replicas=2)]))
    assert text == (
        "# Turnstile, a word of this design's own, is written as service, without arms.\n"
        "archgen: 1\ndesign: D\n\ncomponents:\n  gate: {kind: service, replicas: 2}\n"
    )
