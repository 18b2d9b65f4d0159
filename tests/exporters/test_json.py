"""Designs as JSON: whole, the same however they were written, and read back as they were."""

import json
from collections.abc import Callable
from enum import Enum
from pathlib import Path

from hypothesis import HealthCheck, given, settings

from archgen import Component, Design, Service, per_second, word
from archgen.exporters.json import exporter
from archgen.importers.design_yaml import importer
from archgen.model.link import link
from archgen.pipeline.reading import read
from tests.conftest import Golden
from tests.exporters.designs import designs
from tests.fetching import files

TWINS = Path(__file__).parent / "twins"


def exported(design: Design) -> str:
    return exporter.write(link(design))


def read_again(text: str) -> str:
    return exporter.write(link(importer.read(text, "design.json", files())))


def test_a_design_is_written_whole(golden: Callable[[str], Golden]) -> None:
    assert exporter.write(read(str(TWINS / "shop.yaml")).architecture) == golden("export/shop.json")


def test_a_design_in_python_and_its_twin_in_yaml_are_the_same() -> None:
    python, yaml = (exporter.write(read(str(TWINS / f"shop.{suffix}")).architecture) for suffix in ("py", "yaml"))
    assert python == yaml


@given(designs())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_any_design_is_read_back_and_written_again_byte_for_byte(design: Design) -> None:
    text = exported(design)
    assert read_again(text) == text


@given(designs())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=25)
def test_what_is_written_is_json(design: Design) -> None:
    assert json.loads(exported(design))["design"] == design.name


def test_what_is_not_stated_is_left_out() -> None:
    assert exported(Design("Empty", [])) == '{\n  "archgen": 1,\n  "design": "Empty"\n}\n'


def test_an_author_s_own_word_is_written_with_attributes_of_any_kind() -> None:
    class Tier(Enum):
        GOLD = 1

    @word
    class Gateway(Service):
        """Holds sockets."""

        tier: Tier | None = None
        limits: dict[str, float] | None = None
        peer: Component | None = None

    peer = Gateway("Other", tier=Tier.GOLD, limits={"a": 1.0, "b": 0.5})
    document = json.loads(exported(Design("D", [Gateway("Edge", peer=peer, capacity=per_second(5))])))
    assert document["components"] == {
        "edge": {"kind": "gateway", "name": "Edge", "capacity": 5, "peer": "other"},
        "other": {"kind": "gateway", "name": "Other", "tier": "Tier.GOLD", "limits": {"a": 1, "b": 0.5}},
    }


def test_ends_of_lines_that_only_yaml_knows_are_escaped() -> None:
    design = Design("A\u2028b", [], summary="one\u2029two\ufeff")
    assert exported(design) == '{\n  "archgen": 1,\n  "design": "A b",\n  "summary": "one\\u2029two\\ufeff"\n}\n'
    assert read_again(exported(design)) == exported(design)
