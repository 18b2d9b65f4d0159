"""One design from several files: the sections of those that a file includes are added to its own."""

from collections.abc import Callable
from posixpath import dirname, isabs, join, normpath

from archgen.importers.yaml_text.nodes import parse
from archgen.plugin import Fault, Node, Position, Reading, SpecError

# From the path of a file to its text; raises SpecError.
Fetch = Callable[[str], str]
SUFFIXES = (".yaml", ".yml", ".json")
MAX_FILES = 100


class Files:
    """Reads the files that one design is made of. `chain` are those that led to the one being read."""

    def __init__(self, reading: Reading, fetch: Fetch, chain: tuple[str, ...]) -> None:
        self.reading, self.fetch, self.chain = reading, fetch, chain

    def open(self, node: Node, what: str) -> tuple[Node, "Files"] | None:
        """The file that the node names beside the one it stands in; None, and a fault, where it cannot be read."""
        name = self.reading.text(node, what)
        if name is None:
            return None
        path = normpath(join(dirname(self.chain[-1]), name))
        refusal = self._refusal(name, path)
        if refusal:
            self.reading.refuse(refusal, node.position)
            return None
        try:
            return parse(self.fetch(path), path, self.reading), Files(self.reading, self.fetch, (*self.chain, path))
        except SpecError as problem:
            if self.reading.full:
                raise
            here = [fault for fault in problem.faults if not (fault.position and fault.position.line)]
            self.reading.add(fault for fault in problem.faults if fault not in here)
            self.reading.add(Fault(f'"{name}": {fault.message}', node.position) for fault in here)
            return None

    def _refusal(self, name: str, path: str) -> str | None:
        if not path.lower().endswith(SUFFIXES):
            return f'"{name}" is no design in a data format; name a file that ends with {", ".join(SUFFIXES)}'
        if isabs(name) or "\\" in name:
            return f'"{name}" is not the path of a file beside this one; write it relative to this file, with "/"'
        if path in map(normpath, self.chain):
            return f'"{name}" leads back to a file that is being read; leave it out'
        if len(self.chain) >= MAX_FILES:
            return f"more than {MAX_FILES} files lead to one another in a row, up to here; take some out"
        return None

    def whole(self, root: Node, own: tuple[str, ...], sections: tuple[str, ...]) -> Node:
        """The design with the sections of all files that it includes; `own` are the keys that only the first may have."""
        top = self.reading.mapping(root, "a design") or {}
        merged = Node({key: node for key, node in top.items() if key != "include"}, root.position, dict(root.keys))
        for node in self._included(top["include"]) if "include" in top else []:
            opened = self.open(node, "include")
            if opened:
                part, files = opened
                part = files.whole(part, own, sections)
                self._add(merged, part, own, sections)
        return merged

    def _included(self, node: Node) -> list[Node]:
        """The files that are named; a single one may stand for a list of one."""
        return [node] if isinstance(node.value, str) else self.reading.items(node, "include")

    def _add(self, merged: Node, part: Node, own: tuple[str, ...], sections: tuple[str, ...]) -> None:
        into, keys = merged.value, merged.keys
        if not isinstance(into, dict) or not isinstance(keys, dict) or not isinstance(part.value, dict):
            return
        for key, node in part.value.items():
            if key in own:
                message = f'"{key}" is said in the file that includes this one; leave it out here'
                self.reading.refuse(message, part.keys[key])
            elif key not in into or key not in sections:
                into[key], keys[key] = node, part.keys[key]
            else:
                into[key] = self._together(into[key], node)

    def _together(self, first: Node, second: Node) -> Node:
        """Two sections of one name as one."""
        if isinstance(first.value, list) and isinstance(second.value, list):
            return Node([*first.value, *second.value], first.position)
        if not isinstance(first.value, dict) or not isinstance(second.value, dict):
            return second if first.value is None else first
        for key in set(first.value) & set(second.value):
            where: Position = first.keys[key]
            self.reading.refuse(f'"{key}" stands here a second time; the first is at {where}', second.keys[key])
        values = {**first.value, **{key: node for key, node in second.value.items() if key not in first.value}}
        return Node(values, first.position, {**second.keys, **first.keys})
