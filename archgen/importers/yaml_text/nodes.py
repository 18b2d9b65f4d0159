"""From YAML text to data with the place of every value; JSON is YAML too.

Plain scalars follow YAML's core schema of version 1.2: `yes`, `1:30` and a date are texts. No tag is
honoured, so nothing is ever built or run but mappings, lists, texts, numbers, booleans and nothing.
"""

import json
import re
from typing import Final

import yaml

from archgen.plugin import UNSHOWN, Fault, Node, Position, Reading, SpecError, core_scalar

# A design of thousands of parts stays far below these; a file made to harm does not.
MAX_DEPTH: Final = 60
MAX_NODES: Final = 200_000
# What YAML can say and a design need not: it would only serve to hide something.
ANCHORS: Final = "anchors and aliases (&name, *name) are not supported; write the value out"
TAGS: Final = "tags (!name) are not supported; leave it out"
SECOND: Final = "a file holds one design; give the second one (after ---) a file of its own"
# What a merge leaves of both sides, until somebody keeps one of each.
MARKS: Final = re.compile(r"^(?:<{7}|>{7}|\|{7}|={7})(?: |$)", re.MULTILINE)
LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
PAIR: Final = re.compile(r"(?<!\\)((?:\\\\)*)(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})")


def parse(text: str, path: str, reading: Reading) -> Node:
    """Read the one document of a text. Raises SpecError where it is not YAML, or is too deep or too large to be a design."""
    strange = UNSHOWN.search(text)
    if strange:
        raise _unreadable(text, path, strange.start())
    try:
        text = paired(text) if path.endswith(".json") else text
        _measure(text, path)
        root = yaml.compose(text, LOADER)
    except yaml.MarkedYAMLError as problem:
        raise _not_yaml(text, path, problem) from problem
    except yaml.YAMLError as problem:
        raise SpecError([Fault(f"this is not YAML: {problem}", Position(path))]) from problem
    if root is None:
        raise SpecError([Fault("the file is empty; a design begins with: archgen: 1", Position(path, 1, 1))])
    return _node(root, path, reading)


def paired(text: str) -> str:
    r"""JSON writes what lies beyond U+FFFF as two escapes, which YAML does not know: make them the character itself.

    >>> paired(r'"\ud83d\ude00 \\ud83d"')
    '"😀 \\\\ud83d"'
    """
    return PAIR.sub(lambda match: match[1] + json.loads(f'"{match[2]}"'), text)


def _not_yaml(text: str, path: str, problem: yaml.MarkedYAMLError) -> SpecError:
    mark = problem.problem_mark or problem.context_mark
    if mark is None:
        return SpecError([Fault(f"this is not YAML: {problem}", Position(path))])
    left, lines = MARKS.search(text), text.splitlines()
    if left:
        line = text.count("\n", 0, left.start()) + 1
        return SpecError([Fault("a merge has left its marks here; keep one side of each", Position(path, line, 1))])
    if mark.line < len(lines) and lines[mark.line][mark.column : mark.column + 1] == "\t":
        said = "YAML does not take a tab here; indent with spaces"
    else:
        within, begins = problem.context or "", problem.context_mark
        within += f" that begins on line {begins.line + 1}" if within and begins and begins.line < mark.line else ""
        said = f"this is not YAML: {', '.join(filter(None, (problem.problem, within)))}"
    return SpecError([Fault(said, Position(path, mark.line + 1, mark.column + 1))])


def _unreadable(text: str, path: str, index: int) -> SpecError:
    before = text[:index].split("\n")
    where = Position(path, len(before), len(before[-1]) + 1)
    return SpecError([Fault(f"the character U+{ord(text[index]):04X} cannot be shown; leave it out", where)])


def _measure(text: str, path: str) -> None:
    """Walk the events, which needs no stack, before anything is built of them."""
    depth = values = documents = 0
    for event in yaml.parse(text, LOADER):
        refusal = ""
        if isinstance(event, yaml.NodeEvent):
            values += 1
            depth += isinstance(event, yaml.CollectionStartEvent)
            if event.anchor or getattr(event, "tag", None):
                refusal = ANCHORS if event.anchor else TAGS
            elif depth > MAX_DEPTH or values > MAX_NODES:
                refusal = _excess(depth)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        elif isinstance(event, yaml.DocumentStartEvent):
            documents += 1
            refusal = SECOND if documents > 1 else ""
        if refusal:
            raise SpecError([Fault(refusal, _place(event, path))])


def _excess(depth: int) -> str:
    too_deep = f"this is nested more than {MAX_DEPTH} levels deep"
    return too_deep if depth > MAX_DEPTH else f"this holds more than {MAX_NODES:,} values"


def _node(node: yaml.Node, path: str, reading: Reading) -> Node:
    where = _place(node, path)
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, path, where, reading)
    if isinstance(node, yaml.SequenceNode):
        return Node([_node(item, path, reading) for item in node.value], where)
    bare = isinstance(node, yaml.ScalarNode) and not node.style
    return Node(_scalar(str(node.value), bare, where, reading), where)


def _place(marked: yaml.Node | yaml.Event, path: str) -> Position:
    mark = marked.start_mark
    return Position(path, mark.line + 1, mark.column + 1) if mark else Position(path)


def _mapping(node: yaml.MappingNode, path: str, where: Position, reading: Reading) -> Node:
    values: dict[str, Node] = {}
    keys: dict[str, Position] = {}
    for key_node, value_node in node.value:
        at = _place(key_node, path)
        if not isinstance(key_node, yaml.ScalarNode):
            reading.refuse("a key is a name, not a list or mapping", at)
        elif key_node.value in values:
            reading.refuse(f'"{key_node.value}" stands here a second time; the first is on line {keys[key_node.value].line}', at)
        else:
            keys[key_node.value] = at
            values[key_node.value] = _node(value_node, path, reading)
    return Node(values, where, keys)


def _scalar(text: str, bare: bool, where: Position, reading: Reading) -> str | int | float | bool | None:
    """A value without quotes may be a number, a boolean or nothing."""
    if not bare:
        return text
    try:
        return core_scalar(text)
    except ValueError as problem:
        reading.refuse(str(problem), where)
        return 1
