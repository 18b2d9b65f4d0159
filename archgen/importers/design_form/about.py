"""What a design says about its parts, from entries in a data format: requirements, walkthroughs, decisions, waivers."""

from collections.abc import Mapping

from archgen import Component, Connection, Decision, Requirements, Step, Waiver, Walkthrough
from archgen.importers.design_form.building import Building
from archgen.importers.design_form.parts import Parts
from archgen.plugin import Node, suggestion


class About:
    """Reads entries that may refer to parts and connections, by the ids of both."""

    def __init__(self, building: Building, parts: Parts, connections: Mapping[str, Connection]) -> None:
        self.building, self.reading = building, building.reading
        self.parts, self.connections = parts, connections

    def requirements(self, node: Node) -> Requirements:
        """The requirements; none are stated where there is no entry."""
        entry = self.reading.mapping(node, "requirements")
        return (self.building.word(Requirements, node, _plain(entry)) if entry else None) or Requirements()

    def walkthrough(self, node: Node) -> Walkthrough | None:
        """One walkthrough; None, and faults, where it cannot be read."""
        entry = self.reading.mapping(node, "a walkthrough")
        if entry is None:
            return None
        values = _plain(entry)
        if "steps" in entry:
            steps = map(self._step, self.reading.items(entry["steps"], "steps"))
            values["steps"] = [step for step in steps if step]
        return self.building.word(Walkthrough, node, values)

    def decision(self, node: Node) -> Decision | None:
        """One decision; None, and faults, where it cannot be read."""
        entry = self.reading.mapping(node, "a decision")
        return self.building.word(Decision, node, _plain(entry)) if entry is not None else None

    def waiver(self, node: Node) -> Waiver | None:
        """One waiver; None, and faults, where it cannot be read."""
        entry = self.reading.mapping(node, "a waiver")
        if entry is None:
            return None
        values = _plain(entry)
        if "subject" in entry:
            values["subject"] = self._subject(entry["subject"])
        return self.building.word(Waiver, node, values)

    def _step(self, node: Node) -> Step | None:
        entry = self.reading.mapping(node, "a step")
        if entry is None:
            return None
        if "along" not in entry:
            self.reading.refuse('a step needs "along": the id of a connection', node.position)
            return None
        along = self._connection(entry["along"])
        return self.building.word(Step, node, {**_plain(entry), "along": along}) if along else None

    def _connection(self, node: Node) -> Connection | None:
        id = self.reading.text(node, "along")
        if id is not None and id not in self.connections:
            self.reading.refuse(f'there is no connection "{id}"{suggestion(id, self.connections)}', node.position)
        return self.connections.get(id) if id is not None else None

    def _subject(self, node: Node) -> Component | Connection | None:
        """A part by its id; nothing stands for all parts."""
        id = self.reading.text(node, "subject") if node.value is not None else None
        if id is None or id in self.connections:
            return self.connections[id] if id is not None else None
        known = self.parts.ids()
        if id not in known:
            near = suggestion(id, [*known, *self.connections])
            self.reading.refuse(f'there is no component or connection "{id}"{near}', node.position)
            return None
        return self.parts.component(id, node.position)


def _plain(entry: Mapping[str, Node]) -> dict[str, object]:
    return {name: inner.plain() for name, inner in entry.items()}
