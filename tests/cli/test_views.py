"""archgen views, and the views that archgen render draws."""

import json
from pathlib import Path

import pytest

from tests.cli.running import Ran, ran

pytestmark = pytest.mark.graphviz
VIEWS = """archgen: 1
design: Store
groups: {core: {}}
components:
  app: {kind: client}
  api: {kind: service, in: core, capacity: 100/s}
  rows: {kind: database, in: core}
connections:
- {kind: calls, from: app, to: api, label: buy, rate: 50/s}
- {kind: writes, from: api, to: rows}
views:
- {name: Write path, only: [core]}
"""


@pytest.fixture(autouse=True)
def store(here: Path) -> None:
    (here / "store.yaml").write_text(VIEWS)


def test_views_are_listed_with_what_they_show(capsys: pytest.CaptureFixture[str]) -> None:
    said = (
        "components       components  3 components, 2 connections  fits\n"
        "view-write-path  Write path  2 components, 1 connection   fits\n"
    )
    assert ran(capsys, "views", "store.yaml") == Ran(0, said, "")


def test_views_are_told_to_programs(capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(ran(capsys, "views", "store.yaml", "--format", "json", "--group-by", "tier").out)
    names = [(one["name"], one["components"], one["closed_groups"], one["fits"]) for one in told["views"]]
    assert names == [
        ("components", 0, 3, True),
        ("components-clients", 1, 0, True),
        ("components-servers", 1, 0, True),
        ("components-stores", 1, 0, True),
        ("view-write-path", 2, 0, True),
    ]


def test_figures_in_a_folder_lead_to_one_another(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    ran(capsys, "render", "store.yaml", "-o", "out", "--group-by", "group")
    assert sorted(path.name for path in (here / "out").iterdir()) == [
        "components-core.svg",
        "components.svg",
        "view-write-path.svg",
    ]
    assert '<a href="components-core.svg">' in (here / "out" / "components.svg").read_text()
    assert '<a href="components.svg">' in (here / "out" / "components-core.svg").read_text()


def test_a_file_gets_the_overview_and_says_that_there_is_more(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    result = ran(capsys, "render", "store.yaml", "-o", "x.svg", "--group-by", "group")
    assert result == Ran(
        0, "x.svg\n", "note: this is the overview of 2 figures; -o FOLDER writes all of them, --view NAME another one\n"
    )
    assert "<a " not in (here / "x.svg").read_text()


@pytest.mark.parametrize("name", ["Write path", "view-write-path"])
def test_a_view_is_drawn_by_either_name(capsys: pytest.CaptureFixture[str], here: Path, name: str) -> None:
    assert ran(capsys, "render", "store.yaml", "-o", "x.svg", "--view", name) == Ran(0, "x.svg\n", "")
    assert ">App<" not in (here / "x.svg").read_text()


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (["--focus", "rows"], ["API", "Rows"]),
        (["--focus", "rows", "--depth", "2"], ["API", "App", "Rows"]),
        (["--only", "service,app"], ["API", "App"]),
        (["--only", "core", "--only", "app", "--focus", "app"], ["API", "App"]),
    ],
    ids=" ".join,
)
def test_some_of_it_is_drawn_alone(capsys: pytest.CaptureFixture[str], here: Path, words: list[str], shown: list[str]) -> None:
    assert ran(capsys, "render", "store.yaml", "-o", "x.svg", *words).code == 0
    svg = (here / "x.svg").read_text()
    assert [name for name in ("API", "App", "Rows") if f">{name}<" in svg] == shown


def test_cards_show_load_on_request(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    ran(capsys, "render", "store.yaml", "-o", "x.svg", "--show", "load", "--findings")
    assert "50/s · 50 %" in (here / "x.svg").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--focus", "aip"], 'there is no component, group or kind "aip"'),
        (["--one", "--group-by", "kind"], "--one draws all in one figure, and --group-by in several; leave one of them out"),
        (["--focus", "api", "--depth", "0"], '"0" is no number of connections, such as 1 or 2'),
    ],
)
def test_what_cannot_be_shown_is_said(capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    result = ran(capsys, "render", "store.yaml", "-o", "x.svg", *words)
    assert (result.code, said in result.err) == (2, True)
