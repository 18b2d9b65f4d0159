"""archgen decide, with somebody who answers."""

import json

import pytest

from tests.cli.piping import pipe_in
from tests.cli.running import ran


def test_a_tree_asks_one_question_after_the_other(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, "no\n2\nY\n")
    result = ran(capsys, "decide", "real-time-protocol", "--ask")
    assert result.code == 0
    assert "  -> websocket: " in result.out
    assert "  Do people hear or see each other live? no, so not webrtc\n" in result.out


def test_one_can_go_back_and_ask_why(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, "b\nno\nback\nno\n?\nyes\n")
    result = ran(capsys, "decide", "client-protocol", "--ask", "--format", "json", "--set", "media=false")
    (decided,) = json.loads(result.out)["decisions"]
    assert decided["advice"] == "websocket"
    assert "this is the first question that is yours" in result.err
    assert "a design states it as client_sends: How often each client writes." in result.err


def test_what_is_no_answer_is_asked_again(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, "maybe\n7\n\nyes\n")
    result = ran(capsys, "decide", "rt-nat-traversal", "--ask")
    assert result.err.count("answer with one of: yes, no") == 3
    assert "  -> stun: " in result.out


def test_whoever_stops_gets_as_far_as_they_came(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for line in ("no\nq\n", "no\n"):
        pipe_in(monkeypatch, line)
        result = ran(capsys, "decide", "client-protocol", "--ask")
        assert "  open: Do people hear or see each other live? (yes, no)" in result.out
        assert result.code == 0


def test_requirements_answer_before_anybody_is_asked(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe_in(monkeypatch, "")
    result = ran(capsys, "decide", "client-protocol", "--spec", "examples/group_chat.yaml", "--ask")
    assert "  -> websocket: " in result.out


def test_what_is_set_goes_before_what_the_design_states(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "decide", "client-protocol", "--spec", "examples/group_chat.yaml", "--set", "latency_budget=5s")
    assert "  -> simple-polling: " in result.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["client-protocol", "--set", "latency=1s"], "--set latency=1s: Requirements has no attribute"),
        (["client-protocol", "--set", "media"], "--set media: it takes NAME=VALUE"),
        (["client-protocol", "--tree", "update-routing"], "name a tree each"),
        (["shop.yaml", "--spec", "shop.yaml"], "--spec goes with a tree"),
        (["shop.yaml", "--check"], "--check goes with --save"),
        (["client-protocl"], 'there is no tree "client-protocl"; did you mean "client-protocol"?'),
    ],
)
def test_what_cannot_be_meant_is_said(capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    result = ran(capsys, "decide", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
