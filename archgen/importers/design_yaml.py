"""Designs in YAML, or in JSON, which is the same form. Nothing of the files is run."""

from collections.abc import Iterable
from typing import TypeVar

from archgen import Component, Connection, Decision, Design, Requirements, View, Waiver, Walkthrough
from archgen.importers.design_form.building import Building
from archgen.importers.design_form.including import Fetch, Files
from archgen.importers.design_form.parts import Parts
from archgen.importers.yaml_text.nodes import parse
from archgen.plugin import Importer, Node, Position, Reading, Spec, SpecError, Word, ids, suggestion

VERSION = 1
TEXTS = ("summary", "pitch", "problem")
LISTS = ("connections", "patterns", "walkthroughs", "views", "decisions", "waivers")
SECTIONS = ("groups", "data", "components", "behaviours", "requirements", "left_out", *LISTS)
OWN = ("design", *TEXTS, "notes")
KNOWN = ("archgen", "include", *OWN, *SECTIONS)
NOTHING = Node(None, Position(""))
UNNAMED = "Unnamed"
W = TypeVar("W", bound=Word)


def read(text: str, path: str, fetch: Fetch) -> Spec:
    """Read a design, and the files that it names. Raises SpecError with everything that is wrong with them."""
    reading = Reading()
    return read_node(parse(text, path, reading), path, fetch, reading)


def read_node(root: Node, path: str, fetch: Fetch, reading: Reading) -> Spec:
    """Read a design of which the text was parsed, with what was found to be wrong then. Raises SpecError like `read`."""
    building = Building(reading)
    design = _design(root, building, Files(reading, fetch, (path,)))
    if reading.faults or design is None:
        raise SpecError(sorted(reading.faults, key=lambda fault: _order(path, fault.position)))
    return Spec(design, path, building.places)


def _order(path: str, position: Position | None) -> tuple[bool, str, int, int]:
    """The file itself comes before those that it names."""
    return (position.path != path, position.path, position.line or 0, position.column or 0) if position else (False, "", 0, 0)


def _design(root: Node, building: Building, files: Files) -> Design | None:
    reading = building.reading
    if reading.mapping(root, "a design") is None:
        return None
    root = files.whole(root, OWN, SECTIONS)
    top = root.value if isinstance(root.value, dict) else {}
    _check_top(root, top, reading)
    name = reading.text(top["design"], "design") if "design" in top else None
    section = {name: top.get(name, NOTHING) for name in SECTIONS}
    parts = Parts(building, section, lambda node: _inner(node, building, files))
    data, components = parts.all("data"), parts.all("components")
    parts.all("groups")
    connections = [part for part in map(parts.connection, reading.items(section["connections"], "connections")) if part]
    patterns = [part for node in reading.items(section["patterns"], "patterns") if (part := parts.pattern(node))]
    parts.connections = _by_id(components, [*connections, *(part for pattern in patterns for part in pattern.connections)])
    values = {
        "name": UNNAMED if name is None else name,
        "parts": [*components, *connections, *patterns],
        **{name: reading.text(top[name], name) for name in TEXTS if name in top},
        **({"notes": _notes(top["notes"], reading)} if "notes" in top else {}),
        "requirements": parts.values.word(Requirements, section["requirements"], "requirements") or Requirements(),
        "data": data,
        "behaviours": parts.all("behaviours"),
        "walkthroughs": _each(parts, section["walkthroughs"], "walkthroughs", Walkthrough),
        "views": _each(parts, section["views"], "views", View),
        "decisions": _each(parts, section["decisions"], "decisions", Decision),
        "left_out": dict(reading.texts(section["left_out"], "left_out")),
        "waivers": _each(parts, section["waivers"], "waivers", Waiver),
    }
    return building.word(Design, root, values)


def _notes(node: Node, reading: Reading) -> str | dict[str, str] | None:
    """Notes by the names of sections, or one text."""
    if node.value is None or isinstance(node.value, str):
        return node.value
    return dict(reading.texts(node, "notes"))


def _check_top(root: Node, top: dict[str, Node], reading: Reading) -> None:
    for name in top:
        if name not in KNOWN:
            reading.refuse(f'a design has no "{name}"{suggestion(name, KNOWN)}', root.keys[name])
    if "archgen" not in top:
        reading.refuse(f"the first line says which form this is: archgen: {VERSION}", root.position)
    elif top["archgen"].value is True or top["archgen"].value != VERSION:
        reading.refuse(f"this form is not known; write: archgen: {VERSION}", top["archgen"].position)
    if "design" not in top:
        reading.refuse("the design needs a name: design: ...", root.position)


def _inner(node: Node, building: Building, files: Files) -> Design | None:
    """The design of a part: in a file of its own, or written out."""
    if isinstance(node.value, dict):
        return _design(node, building, files)
    opened = files.open(node, "design")
    return _design(opened[0], building, opened[1]) if opened else None


def _each(parts: Parts, section: Node, name: str, cls: type[W]) -> list[W]:
    what = f"a {name.removesuffix('s')}"
    found = (parts.values.word(cls, node, what) for node in parts.reading.items(section, name))
    return [word for word in found if word is not None]


def _by_id(components: Iterable[Word], connections: list[Connection]) -> dict[str, Connection]:
    """The connections by the ids that linking gives them."""
    known = ids([part for part in components if isinstance(part, Component)], connections)
    return {known[part]: part for part in connections}


importer = Importer((".yaml", ".yml", ".json"), read)
