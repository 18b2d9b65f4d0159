"""From a picture to PNG and PDF, in the shipped typeface; the machine's fonts serve only letters that it lacks."""

import json
from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory

from archgen.errors import EngineError
from archgen.model.picture import Picture, Text
from archgen.svg.render import render
from archgen.svg.theme import LIGHT, Theme

_PAGE = """#set document(title: {title}, date: none)
#set page(width: {width}pt, height: {height}pt, margin: 0pt)
#set text(font: "Inter")
#image("figure.svg", width: 100%, height: 100%, alt: {alt})
"""
_PIXEL = 0.75  # points


def png(picture: Picture, *, scale: float = 2, theme: Theme = LIGHT) -> bytes:
    """Draw a picture as PNG, `scale` dots to a pixel. EngineError says what is missing or went wrong."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise EngineError("PNG needs resvg_py, which is not installed: pip install resvg-py") from error
    with _fonts() as folder:
        try:
            return svg_to_bytes(
                svg_string=render(picture, flat=theme),
                width=max(1, round(picture.width * scale)),
                skip_system_fonts=is_covered(picture),
                font_files=[str(path) for path in sorted(folder.glob("*.ttf"))],
            )
        except (ValueError, RuntimeError) as error:
            raise EngineError(f'resvg could not draw "{picture.title}" as PNG: {error}') from error


def pdf(picture: Picture, *, theme: Theme = LIGHT) -> bytes:
    """Draw a picture as a PDF of one page of its size, text kept as text. EngineError as for `png`."""
    try:
        import typst
    except ImportError as error:
        raise EngineError(
            "PDF needs typst, which is not installed: pip install typst; where it has no package, draw SVG or PNG"
        ) from error
    with _fonts() as fonts, TemporaryDirectory() as folder:
        Path(folder, "figure.svg").write_text(render(picture, flat=theme), "utf-8")
        page = Path(folder, "page.typ")
        page.write_text(_page(picture), "utf-8")
        try:
            return typst.compile(
                str(page), root=folder, font_paths=[str(fonts)], ignore_system_fonts=is_covered(picture), format="pdf"
            )
        except (RuntimeError, ValueError) as error:
            raise EngineError(f'typst could not draw "{picture.title}" as PDF: {error}') from error


def _page(picture: Picture) -> str:
    width, height = picture.width * _PIXEL, picture.height * _PIXEL
    return _PAGE.format(
        title=_quoted(picture.title), alt=_quoted(picture.description or picture.title), width=width, height=height
    )


def _quoted(text: str) -> str:
    plain = "".join(character if character.isprintable() else " " for character in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _fonts() -> AbstractContextManager[Path]:
    """Hand out a folder of font files, for engines that read no package."""
    return as_file(files("archgen.svg") / "fonts")


def is_covered(picture: Picture) -> bool:
    """Tell whether the shipped typeface has every letter, so that the machine's own fonts need not be asked."""
    covered = json.loads((files("archgen.svg") / "fonts" / "characters.json").read_text("utf-8"))
    return set(covered).issuperset("".join(shape.text for shape in picture.shapes if isinstance(shape, Text)))
