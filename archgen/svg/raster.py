"""From a picture to PNG and PDF, in the shipped typeface; the machine's fonts serve only letters that it lacks."""

from archgen.errors import EngineError
from archgen.model.picture import Picture, Text
from archgen.svg.press import fonts, has_letters, printed
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
    with fonts() as folder:
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
    files = {"page.typ": _page(picture), "figure.svg": render(picture, flat=theme)}
    return printed(files, "page.typ", name=picture.title, covered=is_covered(picture))


def _page(picture: Picture) -> str:
    width, height = picture.width * _PIXEL, picture.height * _PIXEL
    return _PAGE.format(
        title=_quoted(picture.title), alt=_quoted(picture.description or picture.title), width=width, height=height
    )


def _quoted(text: str) -> str:
    plain = "".join(character if character.isprintable() else " " for character in text)
    return '"' + plain.replace("\\", "\\\\").replace('"', '\\"') + '"'


def is_covered(picture: Picture) -> bool:
    """Tell whether the shipped typeface has every letter, so that the machine's own fonts need not be asked."""
    return has_letters("".join(shape.text for shape in picture.shapes if isinstance(shape, Text)))
