"""Designs in YAML, or in JSON, which is the same form. Nothing of the file is run."""

from collections.abc import Callable
from typing import TypeVar

from archgen import Connection, Design
from archgen.importers.design_form.about import About
from archgen.importers.design_form.building import Building
from archgen.importers.design_form.parts import Parts
from archgen.importers.yaml_text.nodes import parse
from archgen.plugin import Importer, Node, Position, Reading, Spec, SpecError, ids, suggestion

VERSION = 1
TEXTS = ("summary", "pitch", "problem")
SECTIONS = ("groups", "components", "connections", "requirements", "walkthroughs", "decisions", "left_out", "waivers")
NOTHING = Node(None, Position(""))
UNNAMED = "Unnamed"
V = TypeVar("V")


def read(text: str, path: str) -> Spec:
    """Read a design. Raises SpecError with everything that is wrong with the file."""
    reading = Reading()
    root = parse(text, path, reading)
    top = reading.mapping(root, "a design")
    building = Building(reading)
    design = _design(root, top, building) if top is not None else None
    if reading.faults or design is None:
        raise SpecError(sorted(reading.faults, key=lambda fault: _order(fault.position)))
    return Spec(design, path, building.places)


def _order(position: Position | None) -> tuple[int, int]:
    return (position.line or 0, position.column or 0) if position else (0, 0)


def _design(root: Node, top: dict[str, Node], building: Building) -> Design | None:
    reading = building.reading
    name = reading.text(top["design"], "design") if "design" in top else None
    _check_top(root, top, reading)
    section = {name: top.get(name, NOTHING) for name in SECTIONS}
    parts = Parts(building, section["groups"], section["components"])
    components = parts.all_components()
    connections = [part for part in map(parts.connection, reading.items(section["connections"], "connections")) if part]
    about = About(building, parts, _by_id(connections))
    return building.word(
        Design,
        root,
        {
            "name": UNNAMED if name is None else name,
            "parts": [*components, *connections],
            **{name: reading.text(top[name], name) for name in TEXTS if name in top},
            "requirements": about.requirements(section["requirements"]),
            "walkthroughs": _each(reading, section["walkthroughs"], "walkthroughs", about.walkthrough),
            "decisions": _each(reading, section["decisions"], "decisions", about.decision),
            "left_out": dict(reading.texts(section["left_out"], "left_out")),
            "waivers": _each(reading, section["waivers"], "waivers", about.waiver),
        },
    )


def _check_top(root: Node, top: dict[str, Node], reading: Reading) -> None:
    known = ("archgen", "design", *TEXTS, *SECTIONS)
    for name in top:
        if name not in known:
            reading.refuse(f'a design has no "{name}"{suggestion(name, known)}', root.keys[name])
    if "archgen" not in top:
        reading.refuse(f"the first line says which form this is: archgen: {VERSION}", root.position)
    elif top["archgen"].value is True or top["archgen"].value != VERSION:
        reading.refuse(f"this form is not known; write: archgen: {VERSION}", top["archgen"].position)
    if "design" not in top:
        reading.refuse("the design needs a name: design: ...", root.position)


def _each(reading: Reading, section: Node, name: str, made: Callable[[Node], V | None]) -> list[V]:
    return [value for value in map(made, reading.items(section, name)) if value is not None]


def _by_id(connections: list[Connection]) -> dict[str, Connection]:
    """The connections by the ids that linking gives them."""
    known = ids([end for part in connections for end in (part.source, part.target)], connections)
    return {known[part]: part for part in connections}


importer = Importer((".yaml", ".yml", ".json"), read)
