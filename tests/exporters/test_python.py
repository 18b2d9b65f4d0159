"""Designs as Python: specifications as a person would write them, that make the same design when they are run."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from archgen import CacheAside, Calls, Component, Database, Design, PresenceStore, Service, Step, System, Walkthrough, word
from archgen.exporters import json
from archgen.exporters.python import exporter
from archgen.loading.python_spec import run
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.model.python_literals import width
from archgen.pipeline.reading import read
from tests.conftest import Golden
from tests.exporters.designs import designs

TWINS = Path(__file__).parent / "twins"
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
WIDTH = 130
any_design = settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], max_examples=60)


def exported(design: Design) -> str:
    return exporter.write(link(design))


def run_again(text: str) -> Architecture:
    return link(run(text, "design.py"))


def ruff(text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "ruff"), *arguments, "-"]
    return subprocess.run(command, input=text, capture_output=True, encoding="utf-8", check=False)


def formatted(text: str) -> str:
    done = ruff(text, "format", "--isolated", "--line-length", str(WIDTH), "--stdin-filename", "design.py")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_design_is_written_as_a_person_would(golden: Callable[[str], Golden]) -> None:
    assert exporter.write(read(str(TWINS / "shop.yaml")).architecture) == golden("export/shop.py")


@pytest.mark.parametrize("path", [EXAMPLES / "group_chat.yaml", TWINS / "shop.py"], ids=lambda path: path.name)
def test_a_specification_passes_the_linter_that_specifications_are_held_to(path: Path) -> None:
    text = exporter.write(read(str(path)).architecture)
    done = ruff(text, "check", "--quiet", "--stdin-filename", str(EXAMPLES / "new.py"))
    assert (done.returncode, done.stdout) == (0, "")


@given(designs())
@any_design
def test_any_design_is_made_again_as_it_was(design: Design) -> None:
    assert json.exporter.write(run_again(exported(design))) == json.exporter.write(link(design))


@given(designs())
@any_design
def test_a_specification_that_is_run_is_written_the_same(design: Design) -> None:
    text = exported(design)
    assert exporter.write(run_again(text)) == text


@given(designs())
@settings(any_design, derandomize=True)
def test_any_specification_is_formatted_already(design: Design) -> None:
    text = exported(design)
    assert formatted(text) == text
    assert max(map(width, text.split("\n"))) <= WIDTH


def test_a_design_without_parts_is_a_line() -> None:
    assert exported(Design("Empty", [])) == (
        '"""Empty: a design for archgen."""\n\nfrom archgen import Design\n\ndesign = Design("Empty", [])\n'
    )


def test_a_step_along_a_connection_of_a_pattern_is_one_of_the_pattern_s() -> None:
    pattern = CacheAside(Service("App"), PresenceStore("Cache"), Database("Store"))
    text = exported(Design("D", [pattern], walkthroughs=[Walkthrough("Read", [Step(pattern.connections[1])])]))
    assert "\n\ncache_aside = CacheAside(app, cache, store)\n\n" in text
    assert text.endswith(', walkthroughs=[Walkthrough("Read", [Step(cache_aside.connections[1])])])\n')


def test_a_design_within_a_design_comes_before_the_box_that_holds_it() -> None:
    front, app = Service("Front"), Service("App")
    box = System("Billing", design=Design("Billing", [Calls(front, Service("Ledger"))]), entry=front)
    assert exported(Design("Shop", [Calls(app, box)])).partition("\n\n")[2] == (
        "from archgen import Calls, Design, Service, System\n\n"
        'app = Service("App")\n\n'
        'billing_front = Service("Front")\nbilling_ledger = Service("Ledger")\n\n'
        'billing_design = Design("Billing", [billing_front, billing_ledger, Calls(billing_front, billing_ledger)])\n\n'
        'billing = System("Billing", design=billing_design, entry=billing_front)\n\n'
        'design = Design("Shop", [app, billing, Calls(app, billing)])\n'
    )


def test_a_word_of_the_design_s_own_is_replaced_and_said() -> None:
    @word
    class Lock(Service):
        """On a canal, not a policy."""

        chambers: int | None = None
        next: Component | None = None

    text = exported(Design("D", [Lock("Gate", chambers=3, next=Service("Basin"), replicas=2)]))
    assert text.split("\n\n")[1:] == [
        "# Lock, a word of this design's own, is written as service, without chambers, next.",
        "from archgen import Design, Service",
        'gate = Service("Gate", replicas=2)\nbasin = Service("Basin")',
        'design = Design("D", [gate, basin])\n',
    ]
