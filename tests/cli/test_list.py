"""archgen list."""

import json

import pytest

import archgen
from tests.cli.running import ran

SORTS = ("rules", "patterns", "trees", "figures", "designs", "words")


@pytest.mark.parametrize("sort", SORTS)
def test_every_row_can_be_told_apart(capsys: pytest.CaptureFixture[str], sort: str) -> None:
    rows = json.loads(ran(capsys, "list", sort, "--format", "json").out)
    assert rows
    assert [row for row in rows if not {"id", "name", "family", "title"} <= set(row) or not row["title"]] == []
    assert len({row["id"] for row in rows}) == len(rows)


@pytest.mark.parametrize("sort", SORTS)
def test_text_has_a_line_for_each(capsys: pytest.CaptureFixture[str], sort: str) -> None:
    rows = json.loads(ran(capsys, "list", sort, "--format", "json").out)
    assert [line.split()[0] for line in ran(capsys, "list", sort).out.splitlines()] == [row["id"] for row in rows]


def test_words_are_those_of_the_language(capsys: pytest.CaptureFixture[str]) -> None:
    rows = json.loads(ran(capsys, "list", "words", "--format", "json").out)
    assert {row["name"] for row in rows} <= set(archgen.__all__)
    assert {"Service", "Calls", "Retry", "Design"} <= {row["name"] for row in rows}


def test_an_unknown_sort_could_not_run(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "list", "rule")
    assert (result.code, result.out) == (2, "")
    assert "invalid choice: 'rule'" in result.err
