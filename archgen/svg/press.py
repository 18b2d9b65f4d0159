"""From a source of Typst and what it shows to PDF, in the shipped typefaces; the machine's serve only letters that they lack."""

import json
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from archgen.errors import EngineError

# From sources that are changed for a trial to what is marked, and where it stands with them.
Ask = Callable[[Mapping[str, str]], Sequence[Mapping[str, Any]]]
# It asks as often as it likes, and gives the sources that are to be changed in the end.
Settle = Callable[[Ask], Mapping[str, str]]
MARK = "<mark>"
UNSEEN = ("Cc", "Cf", "Zs")
MISSING = "PDF needs typst, which is not installed: pip install typst; where it has no package, draw SVG or PNG"


def printed(sources: Mapping[str, str], main: str, *, name: str, covered: bool, settle: Settle = lambda _: {}) -> bytes:
    """Print `main`, one of the sources, which finds the others beside it. EngineError says what is missing or went wrong.

    `covered` says that the shipped typefaces have every letter; `name` is what is printed. `settle` may try what stands where.
    """
    try:
        import typst
    except ImportError as error:
        raise EngineError(MISSING) from error
    with fonts() as typefaces, TemporaryDirectory() as folder:
        _write(folder, sources)
        try:
            compiler = typst.Compiler(
                str(Path(folder, main)), root=folder, font_paths=[str(typefaces)], ignore_system_fonts=covered
            )

            def ask(changed: Mapping[str, str]) -> Sequence[Mapping[str, Any]]:
                _write(folder, changed)
                found: Sequence[Mapping[str, Any]] = json.loads(compiler.query(MARK, field="value"))
                return found

            _write(folder, settle(ask))
            made = compiler.compile(format="pdf")
        except (RuntimeError, ValueError) as error:
            raise EngineError(f'typst could not draw "{name}" as PDF: {error}') from error
        return made if isinstance(made, bytes) else b"".join(made or ())


def _write(folder: str, sources: Mapping[str, str]) -> None:
    for file, text in sources.items():
        Path(folder, file).write_text(text, "utf-8")


def fonts() -> AbstractContextManager[Path]:
    """Hand out a folder of font files, for engines that read no package."""
    return as_file(files("archgen.svg") / "fonts")


def has_letters(text: str) -> bool:
    """Tell whether the shipped typeface has every letter of a text, spaces and what is not seen left aside."""
    return _letters().issuperset(letter for letter in set(text) if unicodedata.category(letter) not in UNSEEN)


@cache
def _letters() -> frozenset[str]:
    return frozenset(json.loads((files("archgen.svg") / "fonts" / "characters.json").read_text("utf-8")))
