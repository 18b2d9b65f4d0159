"""Edits made in the text of a YAML or JSON design: attributes stated in entries, and nothing else touched."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import yaml

from archgen.fixing.splices import CLASH, Refusal, Splice, clash, spliced
from archgen.fixing.yaml_additions import added_below, added_in_brackets
from archgen.fixing.yaml_tree import Entry, Place, Tree
from archgen.fixing.yaml_values import in_json, in_yaml

COMMENT_WITHIN = Refusal("a comment stands in what it would replace")
NOT_FOUND = Refusal("it is not written as an entry of its own")
OPEN_AT_THE_END = Refusal("it ends in the middle of the file's last line")
COLON = re.compile(r"\s*:")
# What a value in brackets cannot hold without quotes.
BRACKETS = frozenset(",[]{}\n")


@dataclass(frozen=True)
class Statement:
    """That an entry has to state something: `place` is where it is written, or its key where it is `keyed`.

    `alone` is the attribute that the entry's value stands for where it is no mapping; empty where it cannot be written so. `name`
    is what messages call it.
    """

    place: Place
    keyed: bool
    key: str
    value: object
    alone: str = ""
    name: str = "it"


class YamlText:
    """The text of one file, and the edits that can be made in it."""

    def __init__(self, text: str, *, json: bool = False) -> None:
        self.text, self.tree = text, Tree(text)
        self.write: Callable[..., str] = in_json if json else in_yaml

    def edited(self, statements: Sequence[Statement]) -> str | Refusal:
        """The text in which all of this is stated."""
        changes = self.changes(statements)
        return changes if isinstance(changes, Refusal) else spliced(self.text, changes)

    def changes(self, statements: Sequence[Statement]) -> Sequence[Splice] | Refusal:
        """What has to be replaced for that."""
        stated: dict[tuple[Place, bool], dict[str, Statement]] = {}
        for one in statements:
            if stated.setdefault((one.place, one.keyed), {}).setdefault(one.key, one) != one:
                return CLASH
        splices: list[Splice] = []
        # From the end on, so that what is added to an inner mapping stands before what is added to the one around it.
        found = [(self._entry(at), [*stated[at].values()]) for at in sorted(stated, reverse=True)]
        for entry, own in found:
            made = self._in_entry(entry, own) if entry else NOT_FOUND
            if isinstance(made, Refusal):
                return made.of(own[0].name)
            splices += made
        return CLASH if self._undo_one_another(found) or clash(splices) else splices

    def _entry(self, at: tuple[Place, bool]) -> Entry | None:
        place, keyed = at
        return (self.tree.keyed if keyed else self.tree.valued).get(place)

    def _undo_one_another(self, stated: Sequence[tuple[Entry | None, Sequence[Statement]]]) -> bool:
        """Whether something is stated within a value that another one is put in the place of."""
        nodes = [entry.value for entry, _ in stated if entry]
        pairs = [(pair, {one.key for one in own}) for entry, own in stated if entry for pair in _pairs(entry.value)]
        replaced = [value for (key, value), stated in pairs if key.value in stated]
        opened = [one for one in nodes if isinstance(one, yaml.SequenceNode)]
        held = any(self._holds(old, one) for old in replaced for one in nodes)
        return held or any(self._holds(old, one) for old in opened for one in nodes if one is not old)

    def _holds(self, outer: yaml.Node, inner: yaml.Node) -> bool:
        return self.tree.start(outer) <= self.tree.start(inner) and self.tree.end(inner) <= self.tree.end(outer)

    def _in_entry(self, entry: Entry, statements: Sequence[Statement]) -> list[Splice] | Refusal:
        node = entry.value
        if not isinstance(node, yaml.MappingNode):
            return self._opened(entry, statements)
        pairs = {str(key.value): (key, value) for key, value in node.value}
        flow = entry.flow or bool(node.flow_style)
        splices: list[Splice] = []
        for one in statements:
            made = self._replaced(*pairs[one.key], self.write(one.value, flow=flow)) if one.key in pairs else None
            if isinstance(made, Refusal):
                return made
            splices += [made] if made else []
        texts = [f"{self._key(one.key)}: {self.write(one.value, flow=flow)}" for one in statements if one.key not in pairs]
        if texts and not node.flow_style and self.tree.open_at_the_end(node):
            return OPEN_AT_THE_END
        if texts:
            splices += (added_in_brackets if node.flow_style else added_below)(self.tree, node, texts)
        return splices

    def _replaced(self, key: yaml.Node | None, old: yaml.Node, text: str) -> Splice | Refusal:
        """A text in the place of the old value, behind its key."""
        start = self.tree.start(old)
        end = start + len(self.text[start : self.tree.end(old)].rstrip())
        colon = COLON.match(self.text, self.tree.end(key)) if key else None
        if self.tree.has_comment(colon.end() if colon and _is_block(old) else start, end):
            return COMMENT_WITHIN
        if start == end:
            at, before = (colon.end(), " ") if colon else (start, ": " if key else " " * self.text.endswith("-", 0, start))
            return Splice(at, at, f"{before}{text}")
        if colon and _is_block(old):
            return Splice(colon.end(), end, f" {text}")
        return Splice(start, end, text)

    def _opened(self, entry: Entry, statements: Sequence[Statement]) -> list[Splice] | Refusal:
        """A mapping in the place of the one value that stood for it, or of nothing."""
        alone, old = statements[0].alone, self.tree.plain(entry.value)
        stated = {one.key: self.write(one.value, flow=True) for one in statements}
        kept: dict[str, str] = {}
        if old is not None and old is not True:
            if not alone:
                return NOT_FOUND
            kept = {alone: self._as_it_is(entry.value)}
        whole = {**kept, **stated}
        text = f"{{{', '.join(f'{self._key(key)}: {value}' for key, value in whole.items())}}}"
        made = self._replaced(entry.key, entry.value, stated[alone] if kept and [*whole] == [alone] else text)
        return made if isinstance(made, Refusal) else [made]

    def _as_it_is(self, node: yaml.Node) -> str:
        """A value as it is written, where brackets around it do not make anything else of it."""
        text = self.text[self.tree.start(node) : self.tree.end(node)]
        bare = isinstance(node, yaml.ScalarNode) and not node.style
        return self.write(self.tree.plain(node), flow=True) if _is_block(node) or (bare and set(text) & BRACKETS) else text

    def _key(self, key: str) -> str:
        return self.write(key, flow=True)


def _pairs(node: yaml.Node) -> list[tuple[yaml.Node, yaml.Node]]:
    return node.value if isinstance(node, yaml.MappingNode) else []


def _is_block(node: yaml.Node) -> bool:
    """Whether a value is written on lines of its own."""
    if isinstance(node, yaml.CollectionNode):
        return not node.flow_style
    return isinstance(node, yaml.ScalarNode) and node.style in ("|", ">")
