"""The variables of one design: what each part is called. A connection or pattern that nothing speaks of needs no variable."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from archgen import Behaviour, Component, Connection, Data, Group, PatternInstance, System
from archgen.exporters.python_form.names import Names
from archgen.plugin import Architecture, Word, kind, link, natural_ids, referred

SORTS = ((Component, "component"), (Data, "data"), (Group, "group"), (PatternInstance, "pattern"), (Behaviour, "behaviour"))


class Variables:
    """Names for the parts of a design; those of a design within begin with the name of its box."""

    def __init__(self, architecture: Architecture, names: Names, within: str = "") -> None:
        self.architecture, self.within = architecture, within
        self.design = names.give("design", "whole", within) if within else "design"
        self.of: dict[Word, str] = {}
        for part in (*architecture.components(), *self._named(), *architecture.data(), *architecture.groups):
            self.of[part] = names.give(self._id(part), _sort(part), within)
        for behaviour in architecture.design.behaviours:
            self.of[behaviour] = names.give(self._id(behaviour), "behaviour", within)
        self.inner = {
            system: Variables(link(system.design), names, f"{self.of[system]}_") for system in architecture.components(System)
        }

    @cached_property
    def brought(self) -> dict[Connection, tuple[PatternInstance, int]]:
        """The connections that patterns bring: by which of them, and as which of its connections."""
        patterns = (part for part in self.architecture.design.parts if isinstance(part, PatternInstance))
        return {part: (pattern, index) for pattern in patterns for index, part in enumerate(pattern.connections)}

    @cached_property
    def natural(self) -> set[Connection]:
        """The connections whose ids go without saying."""
        return natural_ids(self.architecture.connections(), self.architecture.ids)

    def reference(self, part: Word) -> str:
        """How the specification speaks of a part."""
        if part in self.of or not isinstance(part, Connection):
            return self.of[part]
        pattern, index = self.brought[part]
        return f"{self.of[pattern]}.connections[{index}]"

    def needs(self, part: Word) -> Iterator[Word]:
        """The parts that must be there before this one."""
        for one in referred(part):
            yield self.brought[one][0] if isinstance(one, Connection) and one in self.brought else one

    def _named(self) -> Iterable[Word]:
        """The connections that some word speaks of or that have an id of their own, and the patterns that bring such."""
        design = self.architecture.design
        parts = (*design.parts, *design.behaviours, *design.walkthroughs, *design.views, *design.waivers)
        said = {one for word in parts for one in referred(word) if isinstance(one, Connection)}
        own = [part for part in self.architecture.connections() if part not in self.brought]
        named = [part for part in own if part in said or part not in self.natural]
        return [*named, *dict.fromkeys(self.brought[part][0] for part in self.brought if part in said)]

    def _id(self, part: Word) -> str:
        return kind(type(part)) if isinstance(part, PatternInstance) else self.architecture.ids[part]


def _sort(part: Word) -> str:
    return next((name for sort, name in SORTS if isinstance(part, sort)), "connection")
