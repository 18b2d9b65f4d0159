"""The gallery's figures: one file each, in a folder of its kind."""

from functools import cache
from pathlib import Path

from archgen.figures import Figure
from archgen.loading.figure_file import load_figure

ROOT = Path(__file__).resolve().parent.parent / "examples" / "gallery"
FILES = tuple(sorted(ROOT.rglob("[a-z]*.py")))


@cache
def gallery() -> dict[str, Figure]:
    """Every figure, by its path within the gallery."""
    return {path.relative_to(ROOT).as_posix(): load_figure(str(path)) for path in FILES}
