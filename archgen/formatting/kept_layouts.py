"""A layout file with other places in it: all else, hints and comments among it, stays as it is."""

from collections.abc import Mapping, Set
from dataclasses import replace

import yaml

from archgen.formatting.composing import composed
from archgen.formatting.quoting import Reads
from archgen.formatting.source import Source
from archgen.formatting.tree import Collection, Comment, Entry, Text
from archgen.formatting.yaml_layout import LOADER, changed

DESIGNS = "designs"
WRITTEN = ("narrow", "rows", "spacing")
HEAD = """\
# Where components stand in figures: each row from the left, in steps of 10 pixels, and the steps from row to row.
# "archgen layout" writes rows and spacing anew; hints and comments are yours.
"""


def with_places(text: str, design: str, figures: Mapping[str, str], dropped: Set[str], reads: Reads) -> str:
    """The text with the places of the figures of a design, each given as the YAML of a mapping.

    Figures that are not given, and hints of parts that are `dropped`, are left out; what was said beside them stays.
    """
    if not text.strip():
        text = HEAD
    if yaml.compose(text, LOADER) is None:
        text = f"{text.rstrip()}\n{DESIGNS}: {{}}\n"
    return changed(text, lambda root: _put(root, DESIGNS, _design(_value(root, DESIGNS), design, figures, dropped)), reads)


def _design(designs: Collection, design: str, figures: Mapping[str, str], dropped: Set[str]) -> Collection:
    before = _value(designs, design)
    kept: list[Entry] = []
    orphans: tuple[Comment, ...] = ()
    for entry in before.entries:
        name = entry.key.value if entry.key else ""
        if name in figures:
            made = _figure(entry.value, figures[name], dropped)
            made = replace(made, foot=(*entry.inside, *made.foot))
            entry = replace(entry, value=made, inside=())
            if made.entries:
                kept.append(entry)
            else:
                orphans += _comments(entry)
        else:
            orphans += _comments(entry)
    known = {entry.key.value for entry in kept if entry.key}
    new = {name: _tree(said) for name, said in figures.items() if name not in known}
    kept += [Entry(said, _key(name)) for name, said in new.items() if said.entries]
    return _put(designs, design, Collection(tuple(kept), mapping=True, foot=(*before.foot, *orphans)))


def _figure(value: Text | Collection, places: str, dropped: Set[str]) -> Collection:
    """A figure with new places in the stead of the old; its hints stay, but those of parts that are dropped."""
    before = value if isinstance(value, Collection) else Collection((), mapping=True)
    entries: list[Entry] = []
    orphans: tuple[Comment, ...] = ()
    above: dict[str, Entry] = {}
    for entry in before.entries:
        name = entry.key.value if entry.key else ""
        if name in WRITTEN:
            above[name] = entry
        elif name == "hints" and isinstance(entry.value, Collection):
            hints, lost = _hints(entry.value, dropped)
            orphans += lost
            if hints.entries:
                entries.append(replace(entry, value=hints))
            else:
                orphans += (*entry.above, *entry.head, *entry.end, *hints.foot)
        else:
            entries.append(entry)
    for made in _tree(places).entries:
        old = above.pop(made.key.value, None) if made.key else None
        entries.append(replace(made, above=_comments(old), blank=old.blank) if old else made)
    for gone in above.values():
        orphans += _comments(gone)
    return Collection(tuple(entries), mapping=True, foot=(*before.foot, *orphans))


def _hints(hints: Collection, dropped: Set[str]) -> tuple[Collection, tuple[Comment, ...]]:
    """The hints without those of parts that are dropped, and the comments of these."""
    kept: list[Entry] = []
    orphans: tuple[Comment, ...] = ()
    for entry in hints.entries:
        inner = entry.value
        if (entry.key and entry.key.value in dropped) or not isinstance(inner, Collection):
            orphans += _comments(entry)
            continue
        wishes, lost = _wishes(inner, dropped)
        orphans += lost
        if wishes.entries:
            kept.append(replace(entry, value=wishes))
        else:
            orphans += (*entry.above, *entry.head, *entry.end, *wishes.foot)
    return replace(hints, entries=tuple(kept)), orphans


def _wishes(wishes: Collection, dropped: Set[str]) -> tuple[Collection, tuple[Comment, ...]]:
    kept: list[Entry] = []
    orphans: tuple[Comment, ...] = ()
    for entry in wishes.entries:
        value = entry.value
        if isinstance(value, Collection):
            others = [each for each in value.entries if not (isinstance(each.value, Text) and each.value.value in dropped)]
            orphans += tuple(comment for each in value.entries if each not in others for comment in _comments(each))
            value = replace(value, entries=tuple(others))
        if value.entries if isinstance(value, Collection) else value.value not in dropped:
            kept.append(replace(entry, value=value))
        else:
            orphans += _comments(replace(entry, value=value))
    return replace(wishes, entries=tuple(kept)), orphans


def _comments(entry: Entry) -> tuple[Comment, ...]:
    """All comments of an entry, in their order."""
    inner = entry.value
    within: tuple[Comment, ...] = ()
    if isinstance(inner, Collection):
        within = (*(comment for each in inner.entries for comment in _comments(each)), *inner.foot)
    return (*entry.above, *entry.head, *within, *entry.end, *entry.inside)


def _tree(text: str) -> Collection:
    root = yaml.compose(text, LOADER)
    assert isinstance(root, yaml.MappingNode)
    return composed(Source(text, root), root)


def _value(block: Collection, name: str) -> Collection:
    value = next((entry.value for entry in block.entries if entry.key and entry.key.value == name), None)
    return value if isinstance(value, Collection) else Collection((), mapping=True)


def _put(block: Collection, name: str, value: Collection) -> Collection:
    """The block with another value under that name, or without it where it says nothing; in brackets no longer."""
    entries: list[Entry] = []
    foot = block.foot
    stated = any(each.key and each.key.value == name for each in block.entries)
    for each in block.entries if stated else (*block.entries, Entry(value, _key(name))):
        if not (each.key and each.key.value == name):
            entries.append(each)
            continue
        said = replace(value, foot=(*each.inside, *value.foot), flow=not value.entries)
        made = replace(each, value=said, inside=())
        if value.entries or name == DESIGNS:
            entries.append(made)
        else:
            foot += _comments(made)
    return Collection(tuple(entries), mapping=True, foot=foot)


def _key(name: str) -> Text:
    return Text(name, '"', name, flow=False)
