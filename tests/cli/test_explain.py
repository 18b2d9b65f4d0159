"""archgen explain."""

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from archgen.cli.explain import heading
from archgen.loading import library
from tests.cli.running import ran
from tests.conftest import Golden

OF_A_RULE = {
    "schema_version", "sort", "id", "name", "family", "title", "page", "also", "severity", "formerly", "flagged", "accepted",
    "findings", "severities", "asks", "evidence", "options", "configured", "waivers", "milder", "related", "files",
}  # fmt: skip


@pytest.mark.parametrize("name", ["RT001", "rt001", "websocket-behind-layer-7", "websocket_behind_layer_7"])
def test_a_rule_is_found_by_its_code_or_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    result = ran(capsys, "explain", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("RT001 websocket-behind-layer-7 (rule, warning)\n\n- Family: Real-time updates")
    assert "## What to do" in result.out


@pytest.mark.parametrize(("name", "file"), [("CA002", "rule"), ("dead-letter-queue", "pattern"), ("client-protocol", "tree")])
def test_an_explanation_is_told_whole(
    capsys: pytest.CaptureFixture[str], golden: Callable[[str], Golden], name: str, file: str
) -> None:
    assert ran(capsys, "explain", name).out == golden(f"explain/{file}.md")


def test_on_a_terminal_text_is_broken_and_coloured(
    capsys: pytest.CaptureFixture[str], golden: Callable[[str], Golden], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    assert ran(capsys, "explain", "RT001", "--color", "always").out == golden("explain/terminal.txt")


@pytest.mark.parametrize(("name", "sort"), [("websocket", "pattern"), ("client-protocol", "tree")])
def test_a_pattern_and_a_tree_have_pages(capsys: pytest.CaptureFixture[str], name: str, sort: str) -> None:
    entry = json.loads(ran(capsys, "explain", name, "--format", "json").out)
    assert (entry["schema_version"], entry["sort"], entry["id"], entry["family"]) == (1, sort, name, "real_time_updates")
    assert entry["page"]
    assert entry["related"]


def test_programs_get_all_of_a_rule(capsys: pytest.CaptureFixture[str]) -> None:
    entry = json.loads(ran(capsys, "explain", "LT001", "--format", "json").out)
    assert set(entry) == OF_A_RULE
    assert entry["options"][0]["default"] == '"30s"'
    assert entry["findings"][0]["because"]
    assert entry["flagged"]["yaml"].startswith("archgen: 1\n")


def test_programs_get_all_that_can_be_stated_of_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    entry = json.loads(ran(capsys, "explain", "calls", "--format", "json").out)
    source = next(one for one in entry["attributes"] if one["name"] == "source")
    assert (entry["word"], source["yaml"], source["needed"]) == ("Calls", "from", True)


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("RT001", ["RT001-accepted.svg", "RT001-accepted.yaml", "RT001-flagged.svg", "RT001-flagged.yaml"]),
        ("client-protocol", ["client-protocol.svg"]),
    ],
)
def test_designs_and_figures_are_written_into_a_folder(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, name: str, files: list[str]
) -> None:
    result = ran(capsys, "explain", name, "-o", str(tmp_path / "figures"))
    assert result.code == 0
    assert sorted(path.name for path in (tmp_path / "figures").iterdir()) == files
    assert all(str(tmp_path / "figures" / file) in result.out for file in files)


def test_the_written_designs_are_judged_as_the_explanation_says(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    ran(capsys, "explain", "RT001", "-o", str(tmp_path))
    flagged, accepted = (ran(capsys, "lint", str(tmp_path / f"RT001-{name}.yaml")).out for name in ("flagged", "accepted"))
    assert "warning RT001 websocket-behind-layer-7" in flagged
    assert "RT001" not in accepted.replace("RT001-accepted.yaml", "")


def test_a_file_is_no_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("mine", "utf-8")
    result = ran(capsys, "explain", "RT001", "-o", str(tmp_path / "taken"))
    assert (result.code, result.out, result.err) == (2, "", f"{tmp_path / 'taken'} is a file; give a folder\n")


def test_a_word_has_nothing_to_draw(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    result = ran(capsys, "explain", "cache", "-o", str(tmp_path / "figures"))
    assert (result.code, result.out) == (2, "")
    assert result.err == "there is nothing to draw of cache, which is a word; leave -o out\n"


@pytest.mark.parametrize("name", ["RT01", "", " "])
def test_what_names_nothing_is_refused(capsys: pytest.CaptureFixture[str], name: str) -> None:
    result = ran(capsys, "explain", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f'there is no rule, pattern, tree or word "{name}"; ')


def test_the_nearest_name_is_offered_of_whatever_sort_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    names = ("websockets", "load_balancers", "client-protocols", "Websocket-Behind-Layer7", "rt-0001")
    said = [ran(capsys, "explain", name).err for name in names]
    assert [text.partition("; ")[2] for text in said] == [
        'did you mean "websocket"?\n',
        'did you mean "load_balancer"?\n',
        'did you mean "client-protocol"?\n',
        'did you mean "websocket-behind-layer-7"?\n',
        'did you mean "RT001"?\n',
    ]


def test_where_no_name_is_near_it_is_said_what_lists_them(capsys: pytest.CaptureFixture[str]) -> None:
    said = [ran(capsys, "explain", "zzz", *sort).err.partition("; ")[2] for sort in ((), ("--sort", "word"))]
    assert said == ["`archgen list rules`, `patterns`, `trees` or `words` lists them\n", "`archgen list words` lists them\n"]


def test_only_names_of_the_sort_that_is_asked_for_count(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "explain", "websocket", "--sort", "rule")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith('there is no rule "websocket"; ')
    assert ran(capsys, "explain", "websocket", "--sort", "pattern").code == 0


def test_that_a_name_is_of_several_sorts_is_told() -> None:
    assert heading("pattern", library.patterns().get("websocket"), ["word"]) == (
        "websocket (pattern)\nThere is a word of that name too: archgen explain websocket --sort word"
    )


def test_a_word_has_a_page_with_what_can_be_stated_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "explain", "load_balancer")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("load_balancer (word, component)\n\n- In Python: `LoadBalancer`\n- In YAML: an entry of ")
    assert "- layer: 4 or 7. Layer 4 where" in result.out
    assert "- `RT001 websocket-behind-layer-7`: `layer`, `websocket_upgrade`\n" in result.out


@pytest.mark.parametrize("code", ["RT044", "rt-044"])
def test_a_rule_that_was_declined_is_told_with_the_reason(capsys: pytest.CaptureFixture[str], code: str) -> None:
    result = ran(capsys, "explain", code)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("there is no rule RT044: it is not the number of servers that ")
