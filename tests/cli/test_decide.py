"""archgen decide."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ran


def test_a_decision_is_told_with_what_it_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(ran(capsys, "decide", "examples/group_chat.yaml", "--format", "json").out)
    assert (report["schema_version"], report["design"]) == (1, "Group chat")
    assert [decided["tree"] for decided in report["decisions"]] == ["client-protocol", "update-routing"]
    assert set(report["decisions"][0]) == {
        "tree", "title", "answers", "advice", "because", "refused", "open", "choice", "reason", "departs",
    }  # fmt: skip


def test_an_open_question_says_what_would_answer_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert "to answer it, state: " in ran(capsys, "decide", "shop.yaml").out


def test_an_unknown_tree_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "decide", "shop.yaml", "--tree", "client-protocl")
    assert (result.code, result.out) == (2, "")
    assert result.err == 'there is no tree "client-protocl"; did you mean "client-protocol"?\n'


def test_a_decision_by_no_tree_or_for_no_pattern_is_refused_at_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    text = "archgen: 1\ndesign: D\ndecisions:\n  - {tree: client-protocl}\n  - {tree: client-protocol, choice: web-socket}\n"
    Path("odd.yaml").write_text(text)
    result = ran(capsys, "decide", "odd.yaml")
    assert (result.code, result.out) == (2, "")
    assert result.err == (
        'odd.yaml:4:12: there is no tree "client-protocl"; did you mean "client-protocol"?\n'
        'odd.yaml:5:37: there is no pattern "web-socket"; did you mean "websocket"?\n'
    )


def test_requirements_that_answer_nothing_are_told_where_to_ask(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    spec = tmp_path / "shop.yaml"
    spec.write_text("archgen: 1\ndesign: Shop\ncomponents: {app: {kind: client}}\nconnections: []\n")
    *_, untouched, where = ran(capsys, "decide", str(spec)).out.splitlines()
    assert untouched.startswith("The requirements of Shop answer no question of broker-choice, client-protocol, ")
    assert where == f"`archgen decide {spec} --tree broker-choice`, or another of these, tells what to state."
