"""archgen explain."""

import json

import pytest

from tests.cli.running import ran


@pytest.mark.parametrize("name", ["RT001", "rt001", "websocket-behind-layer-7", "websocket_behind_layer_7"])
def test_a_rule_is_found_by_its_code_or_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    result = ran(capsys, "explain", name)
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("RT001 websocket-behind-layer-7 (rule, ")
    assert "## What to do" in result.out


@pytest.mark.parametrize(("name", "sort"), [("websocket", "pattern"), ("client-protocol", "tree")])
def test_a_pattern_and_a_tree_have_pages(capsys: pytest.CaptureFixture[str], name: str, sort: str) -> None:
    entry = json.loads(ran(capsys, "explain", name, "--format", "json").out)
    assert (entry["schema_version"], entry["sort"], entry["id"], entry["family"]) == (1, sort, name, "real_time_updates")
    assert entry["page"]


@pytest.mark.parametrize("name", ["RT01", "", " "])
def test_what_names_nothing_is_refused(capsys: pytest.CaptureFixture[str], name: str) -> None:
    result = ran(capsys, "explain", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f'there is no rule, pattern, tree or word "{name}"; ')


def test_a_word_has_a_page_with_what_can_be_stated_of_it(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "explain", "load_balancer")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("load_balancer (word)\n\nSpreads connections")
    assert "- layer: 4 or 7. Layer 4 where" in result.out
