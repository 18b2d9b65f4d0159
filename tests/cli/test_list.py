"""archgen list."""

import json
from pathlib import Path

import pytest

import archgen
from tests.cli.own_rule import RULE
from tests.cli.running import ran

SORTS = ("rules", "patterns", "trees", "figures", "designs", "words", "numbers")


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


def test_rules_that_a_configuration_brings_are_listed_unless_nothing_may_be_run(capsys: pytest.CaptureFixture[str]) -> None:
    Path("public_database.py").write_text(RULE, "utf-8")
    Path("archgen.toml").write_text('rules = ["public_database.py"]\n', "utf-8")
    assert "OUR001  public-database " in ran(capsys, "list", "rules").out
    rows = {row["id"]: row for row in json.loads(ran(capsys, "list", "rules", "--format", "json").out)}
    assert (rows["OUR001"]["path"], rows["OUR001"]["family"], rows["LT017"]["path"]) == ("public_database.py", "own", None)
    result = ran(capsys, "list", "rules", "--no-exec")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("archgen.toml:1:10: rules of one's own would have to be run; ")
    Path("archgen.toml").rename("other.toml")
    assert "OUR001" not in ran(capsys, "list", "rules", "--no-exec").out
    assert "OUR001" in ran(capsys, "list", "rules", "--config", "other.toml").out


def test_designs_in_python_are_not_listed_where_nothing_may_be_run(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "list", "designs", "--no-exec")
    assert (result.code, result.out) == (2, "")
    assert "a Python specification would have to be run" in result.err
