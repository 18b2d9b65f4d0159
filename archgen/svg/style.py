"""The style sheet of a figure: its colours for either ground, and its typeface. It binds that figure only."""

from base64 import b64encode
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path

from archgen.dsl.appearance import Tone
from archgen.model.picture import TYPEFACES, Family, Icon, Line, Link, Picture, Rect, Text, TextRole
from archgen.svg.strokes import STROKES, TIP, class_of
from archgen.svg.theme import FILLED, GROUND_SLOTS, ICON, LINES, OUTLINED, POINTED_AT, RECTS, TEXTS, TONE_SLOTS, Paint, Theme
from archgen.svg.themes import AUTO, Scheme

FAMILIES: Mapping[Family, str] = {
    "Inter": '"archgen Inter",Inter,system-ui,sans-serif',
    "JetBrains Mono": '"archgen JetBrains Mono","JetBrains Mono",ui-monospace,monospace',
}


def sheet(scope: str, picture: Picture, scheme: Scheme = AUTO) -> str:
    """Return the rules of the figure whose class is `scope`: those of the tones and roles that it has.

    Where the scheme has a dark theme too, it follows the reader's preference, or the `data-theme` of an element around it.
    """
    figure = f".{scope}"
    tones: set[Tone] = {shape.tone for shape in picture.shapes}
    return "\n".join(
        [*_themes(figure, scheme, tones), *_roles(figure, picture, scheme.theme), *_outlines(figure, scheme.theme, tones)]
    )


def _themes(figure: str, scheme: Scheme, tones: Collection[Tone]) -> list[str]:
    light = _colours(figure, scheme.theme, tones)
    if scheme.dark is None:
        return light
    return [
        *light,
        "@media (prefers-color-scheme:dark){",
        *_colours(figure, scheme.dark, tones),
        "}",
        *_colours(f'[data-theme="light"] {figure}', scheme.theme, tones),
        *_colours(f'[data-theme="dark"] {figure}', scheme.dark, tones),
    ]


@cache
def typeface(family: Family = "Inter") -> str:
    """Return the rules that embed a typeface. A page with many figures may hold those of Inter once for all."""
    file = family.replace(" ", "")
    return "\n".join(
        f'@font-face{{font-family:"archgen {family}";font-weight:{weight};'
        f'src:url(data:font/woff2;base64,{_encoded(f"{file}-{weight}.woff2")}) format("woff2")}}'
        for weight in sorted({face.weight for face in TYPEFACES.values() if face.family == family})
    )


def has_code(picture: Picture) -> bool:
    """Tell whether a picture shows code: only then it has to bring its typeface."""
    return any(isinstance(shape, Text) and TYPEFACES[shape.role].family == "JetBrains Mono" for shape in picture.shapes)


def _encoded(name: str) -> str:
    return b64encode((Path(__file__).parent / "fonts" / name).read_bytes()).decode("ascii")


def _colours(figure: str, theme: Theme, tones: Collection[Tone]) -> list[str]:
    ground = _rule(figure, {f"--{slot}": theme.colour(slot) for slot in GROUND_SLOTS})
    return [
        ground,
        *(
            _rule(f"{figure} .{tone}", {f"--{slot}": theme.colour(slot, tone) for slot in TONE_SLOTS})
            for tone in theme.tones
            if tone in tones
        ),
    ]


def _roles(figure: str, picture: Picture, theme: Theme) -> list[str]:
    roles = {(type(shape), shape.role) for shape in picture.shapes if not isinstance(shape, Icon)}
    texts = {role: paint for role, paint in TEXTS.items() if (Text, role) in roles}
    return [
        _rule(figure, {"max-width": "100%", "height": "auto", "letter-spacing": "normal", "word-spacing": "normal"}),
        _rule(f"{figure} .ground", {"fill": "var(--ground)"}),
        _rule(f"{figure} path", {"stroke-linecap": "round", "stroke-linejoin": "round"}),
        *(
            _rule(f"{figure} rect.{role}", _painted(theme.paint(role, paint)))
            for role, paint in RECTS.items()
            if (Rect, role) in roles
        ),
        *(
            _rule(f"{figure} path.{role}", _painted(theme.paint(role, paint)))
            for role, paint in LINES.items()
            if (Line, role) in roles
        ),
        *_styles(figure, picture),
        _rule(f"{figure} path.icon", _painted(ICON)),
        _rule(
            f"{figure} text",
            {
                "font-family": FAMILIES["Inter"],
                "font-style": "normal",
                "text-rendering": "geometricPrecision",
            },
        ),
        *(_rule(f"{figure} text.{role}", {**_painted(paint), **_set(role)}) for role, paint in texts.items()),
    ]


def _set(role: TextRole) -> Mapping[str, object]:
    """How a role of text is set."""
    face = TYPEFACES[role]
    family = {} if face.family == "Inter" else {"font-family": FAMILIES[face.family]}
    return {"font-size": f"{face.size:g}px", "font-weight": face.weight, **family}


def _styles(figure: str, picture: Picture) -> Iterator[str]:
    """What tells styles of lines apart, and shows where a link is."""
    used = {shape.style for shape in picture.shapes if isinstance(shape, Line)}
    for style, stroke in STROKES.items():
        values = {"stroke-dasharray": stroke.dashes, "stroke-width": f"{stroke.width:g}" if stroke.width else ""}
        stated = {name: value for name, value in values.items() if value}
        if style in used and stated:
            yield _rule(f"{figure} path.{class_of(style)}", stated)
    if any(STROKES[style].filled for style in used):
        yield _rule(f"{figure} path.{TIP}", _painted(FILLED))
    if any(isinstance(shape, Link) for shape in picture.shapes):
        yield _rule(f"{figure} rect.link", {"fill": "transparent"})
        yield _rule(f"{figure} a:hover rect.link,{figure} a:focus rect.link", _painted(POINTED_AT))


def _outlines(figure: str, theme: Theme, tones: Collection[Tone]) -> list[str]:
    """What tells tones apart without colours."""
    return [
        _rule(
            ",".join(f"{figure} rect.{role}.{tone}" for role in OUTLINED),
            {"stroke-width": f"{outline.width:g}", **({"stroke-dasharray": outline.dashes} if outline.dashes else {})},
        )
        for tone, outline in theme.outlines.items()
        if tone in tones
    ]


def _painted(paint: Paint) -> Mapping[str, str]:
    values = {"fill": paint.fill if paint.fill == "none" else f"var(--{paint.fill})"}
    if paint.stroke != "none":
        values |= {"stroke": f"var(--{paint.stroke})", "stroke-width": f"{paint.stroke_width:g}"}
    if paint.dashes:
        values["stroke-dasharray"] = paint.dashes
    return values


def _rule(selector: str, values: Mapping[str, object]) -> str:
    return selector + "{" + ";".join(f"{name}:{value}" for name, value in values.items()) + "}"
