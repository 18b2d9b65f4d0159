"""The style sheet of a figure: its colours for either ground, and its typeface. It binds that figure only."""

from base64 import b64encode
from collections.abc import Collection, Mapping
from functools import cache
from importlib.resources import files

from archgen.dsl.appearance import Tone
from archgen.model.picture import TYPEFACES
from archgen.svg.theme import DARK, DASHES, GROUND_SLOTS, ICON, LIGHT, LINES, RECTS, TEXTS, TONE_SLOTS, Paint, Theme

FAMILY = "archgen Inter"


def sheet(scope: str, tones: Collection[Tone]) -> str:
    """Return the rules of the figure whose class is `scope`, with the colours of `tones`.

    It follows the reader's preference, or the `data-theme` of an element around it.
    """
    figure = f".{scope}"
    return "\n".join(
        [
            *_colours(figure, LIGHT, tones),
            "@media (prefers-color-scheme:dark){",
            *_colours(figure, DARK, tones),
            "}",
            *_colours(f'[data-theme="light"] {figure}', LIGHT, tones),
            *_colours(f'[data-theme="dark"] {figure}', DARK, tones),
            *_roles(figure),
        ]
    )


@cache
def typeface() -> str:
    """Return the rules that embed Inter. A page with many figures may hold them once for all."""
    return "\n".join(
        f'@font-face{{font-family:"{FAMILY}";font-weight:{weight};'
        f'src:url(data:font/woff2;base64,{_encoded(f"Inter-{weight}.woff2")}) format("woff2")}}'
        for weight in sorted({face.weight for face in TYPEFACES.values()})
    )


def _encoded(name: str) -> str:
    return b64encode((files("archgen.svg") / "fonts" / name).read_bytes()).decode("ascii")


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


def _roles(figure: str) -> list[str]:
    return [
        _rule(figure, {"max-width": "100%", "height": "auto", "letter-spacing": "normal", "word-spacing": "normal"}),
        _rule(f"{figure} .ground", {"fill": "var(--ground)"}),
        _rule(f"{figure} path", {"stroke-linecap": "round", "stroke-linejoin": "round"}),
        *(_rule(f"{figure} rect.{role}", _painted(paint)) for role, paint in RECTS.items()),
        *(_rule(f"{figure} path.{role}", _painted(paint)) for role, paint in LINES.items()),
        _rule(f"{figure} path.dashed", {"stroke-dasharray": DASHES}),
        _rule(f"{figure} path.icon", _painted(ICON)),
        _rule(
            f"{figure} text",
            {
                "font-family": f'"{FAMILY}",Inter,system-ui,sans-serif',
                "font-style": "normal",
                "text-rendering": "geometricPrecision",
            },
        ),
        *(
            _rule(
                f"{figure} text.{role}",
                {**_painted(paint), "font-size": f"{TYPEFACES[role].size:g}px", "font-weight": TYPEFACES[role].weight},
            )
            for role, paint in TEXTS.items()
        ),
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
