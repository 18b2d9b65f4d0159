"""Edits in YAML of any layout: the data is as it was but for the edit, and every comment is still there."""

from random import Random

import yaml
from hypothesis import given, note, settings
from hypothesis import strategies as st

from archgen.fixing.splices import CLASH, Refusal
from archgen.fixing.yaml_edits import COMMENT_WITHIN, NOT_FOUND, OPEN_AT_THE_END, Statement, YamlText
from archgen.fixing.yaml_tree import Entry, Tree
from archgen.formatting.yaml_layout import comments
from tests.formatting.sketches import Sketch

values = st.recursive(
    st.sampled_from([True, False, 3, 2.5, "5min", "a, b", "yes", "", "one\ntwo", "# no", "x: y"]),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["attempts", "backoff"]), inner, max_size=2),
    max_leaves=4,
)
EXPECTED = tuple(one.reason for one in (CLASH, COMMENT_WITHIN, NOT_FOUND, OPEN_AT_THE_END))


def data(text: str) -> object:
    tree = Tree(text)
    return tree.plain(tree.entries[0].value)


def changed(tree: Tree, node: yaml.Node, told: dict[int, dict[str, object]]) -> object:
    """A node as plain data, with what the mappings and the values that stand for one are to state."""
    stated = told.get(id(node))
    if isinstance(node, yaml.MappingNode):
        known = {str(key.value): changed(tree, value, told) for key, value in node.value}
        return {**known, **(stated or {})}
    if isinstance(node, yaml.SequenceNode) and not stated:
        return [changed(tree, item, told) for item in node.value]
    plain = tree.plain(node)
    if not stated:
        return plain
    if plain is None or plain is True:
        return stated
    whole = {"alone": plain, **stated}
    return whole["alone"] if set(whole) == {"alone"} else whole


@st.composite
def statements(draw: st.DrawFn, tree: Tree) -> tuple[list[Statement], dict[int, dict[str, object]]]:
    """What some entries of a text are to state."""
    entries: list[Entry] = tree.entries
    told: dict[int, dict[str, object]] = {}
    found = []
    for entry in draw(st.lists(st.sampled_from(entries), min_size=1, max_size=3, unique_by=lambda one: id(one.value))):
        known = [str(key.value) for key, _ in entry.value.value] if isinstance(entry.value, yaml.MappingNode) else ["alone"]
        keyed = entry.key is not None and draw(st.booleans())
        place = tree.place(entry.key if keyed and entry.key else entry.value)
        for key in draw(st.lists(st.sampled_from([*known, "new", "newer"]), min_size=1, max_size=2, unique=True)):
            value = draw(values)
            found.append(Statement(place, keyed, key, value, "alone"))
            told.setdefault(id(entry.value), {})[key] = value
    return found, told


@settings(max_examples=200)
@given(st.randoms(use_true_random=False), st.data())
def test_only_what_is_edited_changes(random: Random, data_of: st.DataObject) -> None:
    text = Sketch(random).text()
    file = YamlText(text)
    stated, told = data_of.draw(statements(file.tree))
    made = file.edited(stated)
    if isinstance(made, Refusal):
        assert made.reason in EXPECTED
        return
    note(f"{text!r}\n{made!r}")
    assert data(made) == changed(file.tree, file.tree.entries[0].value, told)
    assert comments(made) == comments(text)
