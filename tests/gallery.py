"""The figures of the gallery and of the library: one file each."""

from functools import cache
from pathlib import Path

from archgen.figures import Figure
from archgen.loading import library
from archgen.loading.figure_file import load_figure

ROOT = Path(__file__).resolve().parent.parent / "examples" / "gallery"
FILES = tuple(sorted(ROOT.rglob("[a-z]*.py")))


@cache
def gallery() -> dict[str, Figure]:
    """Every figure, by its path within the gallery or its family and name."""
    return {
        **{path.relative_to(ROOT).as_posix(): load_figure(str(path)) for path in FILES},
        **{f"{entry.family}/{entry.name}": entry.value for entry in library.figures()},
    }
