"""A theme of one's own: a few named colours for a light and for a dark ground, refused where they could not be read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import floor
from typing import get_args

from archgen.dsl.appearance import Tone
from archgen.errors import ConfigurationError, Fault, Position, suggestion
from archgen.model.positioned import Node, Reading, described
from archgen.svg.contrast import mixed
from archgen.svg.pairs import TEXT, Pair, pairs, pale
from archgen.svg.theme import DARK, LIGHT, Shades, Theme
from archgen.svg.themes import SIDES, Scheme

TONES: tuple[Tone, ...] = get_args(Tone)
GROUNDS = ("ground", "card")
INKS = ("ink", "muted", "rule")
NAMES = (*GROUNDS, *INKS, *TONES)
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
STEPS = 100  # on the way to black and to white
TINT, RIM = 0.05, 0.3  # how much of a tone is in the fill and in the outline of its frames
Places = Mapping[str, Position]


def own_theme(root: Node, reading: Reading) -> Scheme:
    """The theme that a file describes; what it leaves out is as archgen has it. Raises ConfigurationError."""
    path = root.position.path
    tables = _known(reading.mapping(root, "a theme") or {}, root, SIDES, "a theme", reading)
    if not tables and not reading.faults:
        reading.refuse('a theme names colours under "light", under "dark", or under both', Position(path))
    light, dark = (_theme(tables.get(side), side, usual, reading) for side, usual in zip(SIDES, (LIGHT, DARK), strict=True))
    if reading.faults:
        raise ConfigurationError(sorted(reading.faults, key=_order))
    return Scheme(light, dark)


def _order(fault: Fault) -> tuple[int, int]:
    place = fault.position or Position("")
    return place.line or 0, place.column or 0


def _known(entries: Mapping[str, Node], node: Node, names: tuple[str, ...], what: str, reading: Reading) -> dict[str, Node]:
    for key in entries:
        if key not in names:
            reading.refuse(f'{what} has no "{key}"{suggestion(key, names)}', node.keys[key])
    return {key: inner for key, inner in entries.items() if key in names}


def _theme(node: Node | None, side: str, usual: Theme, reading: Reading) -> Theme:
    """The theme of one side; the usual one where the file says nothing of it."""
    if node is None:
        return usual
    before = len(reading.faults)
    entries = _known(reading.mapping(node, f'"{side}"') or {}, node, NAMES, f'"{side}"', reading)
    said = {name: colour for name, inner in entries.items() if (colour := _colour(name, inner, reading))}
    if len(reading.faults) == before:
        reading.add(_unreadable(said, usual, {**node.keys, side: node.position}, side))
    return _worn(said, usual)


def _colour(name: str, node: Node, reading: Reading) -> str | None:
    value = node.value
    if isinstance(value, str) and COLOUR.fullmatch(value):
        digits = value[1:].lower()
        return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))
    hint = ', in quotes: without them, "#" begins a comment' if value is None else ""
    reading.refuse(f'{name} is a colour such as "#17203a"{hint}, not {described(node)}', node.position)
    return None


def _worn(said: Mapping[str, str], usual: Theme) -> Theme:
    """The usual theme with the colours that are stated, and with what follows from them."""
    ground = said.get("ground")
    return replace(
        usual,
        ground=ground or usual.ground,
        card=said.get("card", ground or usual.card),
        ink=said.get("ink", usual.ink),
        muted=said.get("muted", usual.muted),
        rule=said.get("rule", usual.rule),
        on_badge=ground or usual.on_badge,
        tones={tone: _shades(said.get(tone), ground, usual, usual.tones[tone]) for tone in TONES},
    )


def _shades(colour: str | None, ground: str | None, usual: Theme, shades: Shades) -> Shades:
    if colour is None and ground is None:
        return shades
    line, below = colour or shades.text, ground or usual.ground
    return Shades(line, mixed(below, line, TINT), mixed(below, line, RIM), line)


def _unreadable(said: Mapping[str, str], usual: Theme, places: Places, side: str) -> Iterator[Fault]:
    """For each colour that is too near to one that it lies on: the worst of these, with what would do."""
    theme = _worn(said, usual)
    worst: dict[str, Pair] = {}
    for pair in pale(theme, _texts(theme)):
        name = _name(pair.over, pair.tone)
        if name not in worst or pair.contrast(theme) < worst[name].contrast(theme):
            worst[name] = pair
    for name, pair in worst.items():
        at = places.get(name) or places.get("card" if pair.under == "card" else "ground") or places[side]
        yield Fault(f"{_told(pair, theme)}; {_remedy(name, said, usual)}", at)


def _texts(theme: Theme) -> Iterator[Pair]:
    """The pairs that count; what a tone draws has the colour of what it writes."""
    return (pair for pair in pairs(theme) if pair.over in ("ink", "muted", "text"))


def _name(slot: str, tone: str) -> str:
    return tone if slot in ("text", "tint") else slot


def _told(pair: Pair, theme: Theme) -> str:
    over, under = pair.colours(theme)
    below = f"the ground of a frame of {pair.ground}" if pair.under == "tint" else f"the {pair.under}"
    ratio = floor(pair.contrast(theme) * 100) / 100
    return f"{_name(pair.over, pair.tone)} {over} on {below} {under} has a contrast of {ratio:g}:1, and text needs {TEXT:g}:1"


def _remedy(name: str, said: Mapping[str, str], usual: Theme) -> str:
    """The nearest colour that can be read on all that it lies on."""
    colour = said.get(name) or usual.tones[name].text if name in TONES else said.get(name) or str(getattr(usual, name))
    own = [pair for pair in _texts(usual) if _name(pair.over, pair.tone) == name]
    for step in range(1, STEPS + 1):
        for end in ("#000000", "#ffffff"):
            tried = mixed(colour, end, step / STEPS)
            theme = _worn({**said, name: tried}, usual)
            if not any(pale(theme, own)):
                return f"{tried} would do" if name in said else f"state {name} too: {tried} would do"
    return "no colour would do: let all grounds be light, or all dark"
