"""Options of commands that draw."""

from argparse import ArgumentParser
from pathlib import Path

import pytest

from archgen.cli.terminal.figures import means, takes_figures
from archgen.layout.engines import TIME_LIMIT
from archgen.svg.themes import AUTO, PRINT


def parser() -> ArgumentParser:
    made = ArgumentParser()
    takes_figures(made)
    return made


def test_without_an_option_all_is_as_usual(tmp_path: Path) -> None:
    found = means(parser().parse_args([]), tmp_path)
    assert (found.dot, found.engine, found.time_limit, found.scheme) == (None, None, TIME_LIMIT, AUTO)


def test_every_option_has_a_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--theme", "print", "--engine", "system", "--dot", "dot2", "--time-limit", "0.5"]
    found = means(parser().parse_args(words), tmp_path)
    assert (found.dot, found.engine, found.time_limit, found.scheme.theme) == ("dot2", "system", 0.5, PRINT)
    found.note("it is so")
    assert capsys.readouterr() == ("", "note: it is so\n")


@pytest.mark.parametrize("text", ["0", "-1", "nan", "inf", "1e9", "soon", ""])
def test_what_is_no_time_is_refused(text: str) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args([f"--time-limit={text}"])
