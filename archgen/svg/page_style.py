"""The colours of a page, from those of the figures on it."""

from collections.abc import Mapping

from archgen.dsl.appearance import Tone
from archgen.svg.contrast import contrast
from archgen.svg.theme import Theme
from archgen.svg.themes import AUTO, Scheme

ROOT = ":root" * 3  # outweighs what the style sheets of pages say
# The tones that stand for what pages colour.
TONES: Mapping[str, Tone] = {"accent": "compute", "good": "good", "warn": "messaging", "bad": "bad"}
BUTTON = ".theme.theme{display:none}"  # there is nothing to choose


def page_style(scheme: Scheme) -> str:
    """Rules that let a page wear `scheme`, whatever its style sheet says; none for the scheme that it has of its own."""
    if scheme == AUTO:
        return ""
    if scheme.dark is None:
        return f"{_rule(ROOT, scheme.theme)}\n{BUTTON}\n"
    preferred = _rule(f'{ROOT}:root:not([data-theme="light"])', scheme.dark)
    chosen = _rule(f'{ROOT}:root[data-theme="dark"]', scheme.dark)
    rules = [
        _rule(ROOT, scheme.theme),
        f"@media screen and (prefers-color-scheme:dark){{{preferred}}}",
        f"@media screen{{{chosen}}}",
    ]
    return "\n".join(rules) + "\n"


def colours(theme: Theme) -> Mapping[str, str]:
    """What each variable of the style sheets of pages is in a theme."""
    shades = {name: theme.tones[tone] for name, tone in TONES.items()}
    neutral = theme.tones["neutral"]
    return {
        "--ground": theme.ground,
        "--raised": neutral.tint,
        "--ink": theme.ink,
        "--body": theme.ink,
        "--muted": theme.muted,
        "--rule": neutral.rim,
        "--edge": neutral.rim,
        **{f"--{name}": each.text for name, each in shades.items()},
        **{f"--{name}-ground": each.tint for name, each in shades.items()},
        "color-scheme": "dark" if contrast(theme.ground, "#ffffff") > contrast(theme.ground, "#000000") else "light",
    }


def _rule(selector: str, theme: Theme) -> str:
    return selector + "{" + ";".join(f"{name}:{colour}" for name, colour in colours(theme).items()) + "}"
