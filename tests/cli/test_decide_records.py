"""archgen decide --save."""

from pathlib import Path

import pytest

from tests.cli.running import ran

CHAT = ("decide", "examples/group_chat.yaml")


def texts() -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(Path("adr").glob("*.md"))}


def test_each_decision_becomes_a_record_and_stays_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, *CHAT, "--save", "adr").code == 0
    before = texts()
    assert list(before) == [
        "0001-how-should-clients-receive-updates.md",
        "0002-how-should-updates-reach-the-servers-that-hold-connections.md",
    ]
    assert "Chosen option: WebSocket, because " in before["0001-how-should-clients-receive-updates.md"]
    ran(capsys, *CHAT, "--save", "adr", "--date", "2031-05-17")
    assert texts() == before
    assert ran(capsys, *CHAT, "--save", "adr", "--check").code == 0


def test_another_choice_takes_the_place_of_the_old_one(capsys: pytest.CaptureFixture[str]) -> None:
    ran(capsys, *CHAT, "--save", "adr")
    changed = ("--tree", "client-protocol", "--set", "latency_budget=10s", "--save", "adr", "--date", "2031-05-17")
    assert ran(capsys, *CHAT, *changed, "--check").code == 1
    assert len(texts()) == 2
    ran(capsys, *CHAT, *changed)
    old, new = texts()["0001-how-should-clients-receive-updates.md"], texts()["0003-how-should-clients-receive-updates.md"]
    assert old.startswith("---\nstatus: superseded by 0003\n---\n")
    assert new.startswith("---\nstatus: accepted\ndate: 2031-05-17\n---\n")
    assert "Takes the place of [0001](0001-how-should-clients-receive-updates.md), which chose websocket." in new


def test_records_of_others_keep_their_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    Path("adr").mkdir()
    Path("adr/0041-use-postgres.md").write_text("# Use Postgres\n")
    ran(capsys, *CHAT, "--tree", "client-protocol", "--save", "adr")
    assert list(texts()) == ["0041-use-postgres.md", "0042-how-should-clients-receive-updates.md"]


def test_a_folder_that_is_none_or_a_date_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    Path("adr").write_text("")
    assert ran(capsys, *CHAT, "--save", "adr").err == "adr is a file; give a folder\n"
    assert ran(capsys, *CHAT, "--save", "other", "--date", "May").err == "--date May is not a date such as 2031-05-17\n"
