"""--open of archgen lint, estimate, render and doc: what is in a system, instead of its box."""

from pathlib import Path

import pytest

from tests.cli.running import Ran, ran

SHOP = """\
archgen: 1
design: Shop
components:
  app: {kind: client, devices: 20k, send_rate: 1/min}
  packing: {kind: system, design: inner/packing.yaml, entry: desk}
connections:
  - {kind: calls, from: app, to: packing, label: an order}
"""
PACKING = """\
archgen: 1
design: Packing
components:
  desk: {kind: service}
  jobs: {kind: queue}
  packer: {kind: worker}
  post: {kind: system, design: post.yaml}
connections:
  - {kind: publishes, from: desk, to: jobs}
  - {kind: consumes, from: packer, to: jobs}
  - {kind: calls, from: packer, to: post, label: a parcel}
"""
POST = """\
archgen: 1
design: Post
components:
  van: {kind: service}
"""


@pytest.fixture(autouse=True)
def nested(here: Path) -> None:
    """A design in three files: a shop, its packing, and the post that packing hands over to."""
    (here / "inner").mkdir()
    for path, text in (("nest.yaml", SHOP), ("inner/packing.yaml", PACKING), ("inner/post.yaml", POST)):
        (here / path).write_text(text)


def subjects(capsys: pytest.CaptureFixture[str], *words: str) -> set[str]:
    lines = ran(capsys, "estimate", "nest.yaml", *words).out.splitlines()
    return {line.split()[0] for line in lines if line.startswith("  ")}


def test_numbers_reach_what_is_in_a_system(capsys: pytest.CaptureFixture[str]) -> None:
    assert subjects(capsys) == {"app-calls-packing", "packing"}
    assert "packing.desk-publishes-packing.jobs" in subjects(capsys, "--open", "packing")
    assert "packing.post.van" in subjects(capsys, "--open", "all")


def test_findings_point_into_the_file_of_the_system(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "lint", "nest.yaml", "--open", "packing")
    assert "inner/packing.yaml:5" in result.out
    assert "inner/packing.yaml" not in ran(capsys, "lint", "nest.yaml").out


def test_a_system_need_be_in_one_of_several_designs_only(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "lint", "shop.yaml", "nest.yaml", "--open", "packing.post", "--fail-on", "never")
    assert (result.code, result.err) == (0, "")


@pytest.mark.graphviz
def test_figures_and_documents_show_what_is_in_a_system(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "render", "nest.yaml", "--open", "packing", "-o", "nest.svg") == Ran(0, "nest.svg\n", "")
    assert ran(capsys, "doc", "nest.yaml", "--open", "all", "-o", "nest.md") == Ran(0, "nest.md\n", "")
    assert ">Jobs</text>" in (here / "nest.svg").read_text()
    assert "| **Van** |" in (here / "nest.md").read_text()


@pytest.mark.parametrize("command", ["lint", "estimate", "render", "doc"])
def test_an_unknown_system_is_refused_with_the_nearest_one(capsys: pytest.CaptureFixture[str], command: str) -> None:
    told = 'there is no system "packin"; did you mean "packing"?\n'
    assert ran(capsys, command, "nest.yaml", "--open", "packin") == Ran(2, "", told)


def test_a_design_without_systems_says_that_there_is_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "lint", "shop.yaml", "--open", "packing") == Ran(2, "", 'there is no system "packing"\n')
