"""A layout file, read: for each design and each of its figures, where parts stand and what is asked for of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from archgen.errors import Fault, Position, suggestion
from archgen.model.kept import MOST, Hint, Kept, Stand, Wish
from archgen.model.positioned import Node, Reading, described

DESIGNS = "designs"
KEYS = ("hints", "narrow", "rows", "spacing")
WISHES: tuple[Wish, ...] = get_args(Wish)
ENDS = ("first", "last")


@dataclass(frozen=True)
class FigureLayout:
    """How one figure is to be arranged; `places` say where each part is spoken of in the file."""

    kept: Kept
    place: Position
    places: Mapping[str, Position] = field(default_factory=dict)


Layouts = Mapping[str, Mapping[str, FigureLayout]]  # by the names of designs, then of figures


def layouts(root: Node, reading: Reading) -> Layouts:
    """All that a file says; what is wrong with it is left in `reading`."""
    top = _known(reading.mapping(root, "a layout file") or {}, root, (DESIGNS,), "a layout file", reading)
    designs = reading.mapping(top[DESIGNS], f'"{DESIGNS}"') if DESIGNS in top else {}
    found: dict[str, dict[str, FigureLayout]] = {}
    for name, node in (designs or {}).items():
        figures = reading.mapping(node, f'"{name}"') or {}
        found[name] = {figure: _figure(figure, inner, node.keys[figure], reading) for figure, inner in figures.items()}
    return found


def _known(entries: Mapping[str, Node], node: Node, names: tuple[str, ...], what: str, reading: Reading) -> dict[str, Node]:
    for key in entries:
        if key not in names:
            reading.refuse(f'{what} has no "{key}"{suggestion(key, names)}', node.keys[key])
    return {key: inner for key, inner in entries.items() if key in names}


def _figure(name: str, node: Node, place: Position, reading: Reading) -> FigureLayout:
    entries = _known(reading.mapping(node, f'"{name}"') or {}, node, KEYS, f'the layout of "{name}"', reading)
    places: dict[str, Position] = {}
    rows = tuple(_rows(entries["rows"], places, reading)) if "rows" in entries else ()
    spacing = tuple(_spacing(entries["spacing"], reading)) if "spacing" in entries else ()
    hints = tuple(_hints(entries["hints"], places, reading)) if "hints" in entries else ()
    narrow = entries.get("narrow")
    if narrow is not None and not isinstance(narrow.value, bool):
        reading.refuse(f"narrow is true or false, not {described(narrow)}", narrow.position)
    return FigureLayout(Kept(rows, spacing, hints, narrow=narrow is not None and narrow.value is True), place, places)


def _rows(node: Node, places: dict[str, Position], reading: Reading) -> Iterator[tuple[Stand, ...]]:
    for row in reading.items(node, "rows"):
        stands = []
        for part, at, place in _stands(row, reading):
            if part in places:
                reading.refuse(f'"{part}" stands in the rows already, at line {places[part].line}; leave one of them out', place)
                continue
            places[part] = place
            stands.append(Stand(part, at))
        yield tuple(stands)


def _stands(row: Node, reading: Reading) -> Iterator[tuple[str, int | None, Position]]:
    """A row in order, as a list of parts, or as a mapping from each of them to its place."""
    if isinstance(row.value, list):
        for node in row.value:
            part = reading.text(node, "what stands in a row")
            if part is not None:
                yield part, None, node.position
    elif isinstance(row.value, dict):
        for part, node in row.value.items():
            if node.value is not None and not _is_steps(node.value):
                reading.refuse(
                    f"{part} stands at a number of steps of 10 pixels, such as 24, not {described(node)}", node.position
                )
            yield part, node.value if _is_steps(node.value) else None, row.keys[part]  # type: ignore[misc]  # it is a number
    else:
        what = "a list of components, or a mapping from each of them to its place"
        reading.refuse(f"a row is {what}, not {described(row)}", row.position)


def _is_steps(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and -MOST <= value <= MOST


def _spacing(node: Node, reading: Reading) -> Iterator[int]:
    for each in reading.items(node, "spacing"):
        if isinstance(each.value, int) and not isinstance(each.value, bool) and 0 <= each.value <= MOST:
            yield each.value
        else:
            reading.refuse(f"spacing is in steps of 10 pixels, such as 14, not {described(each)}", each.position)


def _hints(node: Node, places: dict[str, Position], reading: Reading) -> Iterator[Hint]:
    for part, inner in (reading.mapping(node, "hints") or {}).items():
        places.setdefault(part, node.keys[part])
        what = f'"{part}" in hints'
        wishes = _known(reading.mapping(inner, what) or {}, inner, WISHES, what, reading)
        for wish in WISHES:
            for other in _others(wishes[wish], wish, reading) if wish in wishes else ():
                said = reading.text(other, wish)
                if said is not None and _fits(part, wish, said, other, reading):
                    if wish != "row":
                        places.setdefault(said, other.position)
                    yield Hint(part, wish, said)


def _others(node: Node, wish: Wish, reading: Reading) -> list[Node]:
    return node.value if isinstance(node.value, list) and wish != "row" else [node]


def _fits(part: str, wish: Wish, other: str, node: Node, reading: Reading) -> bool:
    if wish == "row" and other not in ENDS:
        reading.refuse(f'row is "first" or "last", not "{other}"{suggestion(other, ENDS)}', node.position)
    elif other == part:
        reading.refuse(f"{part} cannot be {wish.replace('_', ' ')} itself", node.position)
    else:
        return True
    return False


def contradictions(figure: FigureLayout) -> Iterator[Fault]:
    """Hints that cannot be followed together, whatever the figure."""
    opposite: Mapping[Wish, Wish] = {"left_of": "right_of", "right_of": "left_of", "above": "below", "below": "above"}
    stated = {(hint.part, hint.wish, hint.other) for hint in figure.kept.hints}
    seen: set[tuple[str, str]] = set()
    for hint in figure.kept.hints:
        same = (hint.other, hint.wish, hint.part) in stated
        against = hint.wish in opposite and (same or (hint.part, opposite[hint.wish], hint.other) in stated)
        pair = (min(hint.part, hint.other), max(hint.part, hint.other))
        if against and pair not in seen:
            seen.add(pair)
            message = (
                f"{hint.part} and {hint.other} cannot each stand {hint.wish.replace('_', ' ')} the other; leave one hint out"
            )
            yield Fault(message, figure.places.get(hint.part))
