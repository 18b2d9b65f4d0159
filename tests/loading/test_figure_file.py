from pathlib import Path

import pytest

from archgen.errors import SpecError
from archgen.loading.figure_file import binds_figure, load_figure

FIGURE = 'from archgen.figures import Card, Cards, Figure\nfigure = Figure("Title", [Cards([Card("One")])])\n'


def written(folder: Path, text: str, name: str = "one.py") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


def test_a_file_that_binds_a_figure_is_one(tmp_path: Path) -> None:
    path = written(tmp_path, FIGURE)
    assert binds_figure(path)
    assert load_figure(path).title == "Title"


@pytest.mark.parametrize("text", ["design = 1\nfigure = 2\n", "other = 1\n", "figure = (\n", "def figure(): ...\n"])
def test_a_file_that_binds_none_or_a_design_is_none(tmp_path: Path, text: str) -> None:
    assert not binds_figure(written(tmp_path, text))


def test_a_file_that_is_not_python_is_none(tmp_path: Path) -> None:
    assert not binds_figure(written(tmp_path, "figure = 1\n", "one.yaml"))


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("figure = 3\n", None, "the file binds no figure"),
        (
            'from archgen.figures import Card, Cards, Figure\nfigure = Figure("T", [Cards([Card("One", tones="x")])])\n',
            2,
            "tones",
        ),
        ("figure = 1 / 0\n", 1, "the figure's file raised ZeroDivisionError"),
    ],
)
def test_what_is_wrong_with_a_file_is_said_with_its_line(tmp_path: Path, text: str, line: int | None, message: str) -> None:
    with pytest.raises(SpecError) as caught:
        load_figure(written(tmp_path, text))
    (fault,) = caught.value.faults
    assert message in fault.message
    assert fault.position is not None
    assert fault.position.line == line
