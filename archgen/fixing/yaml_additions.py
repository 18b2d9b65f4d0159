"""Where attributes are added to an entry in YAML: behind its last one, in the way in which that is written."""

from collections.abc import Sequence

import yaml

from archgen.fixing.splices import Splice
from archgen.fixing.yaml_tree import Tree


def added_in_brackets(tree: Tree, node: yaml.MappingNode, texts: Sequence[str]) -> list[Splice]:
    """Texts behind the last entry: on its line, or on lines of their own where that one has one."""
    if not node.value:
        opened = tree.start(node) + 1
        return [Splice(opened, opened, ", ".join(texts))]
    key, value = node.value[-1]
    end, begin = max(tree.end(value), tree.end(key)), tree.start(key)
    comma = _behind_comma(tree.text, end)
    if tree.text[tree.line_start(begin) : begin].strip():
        return [Splice(comma, comma, "".join(f" {text}," for text in texts))] if comma else _behind(end, texts, ", ")
    start = f"\n{tree.indent(begin)}"
    at = comma or end
    line = tree.line_end(at)
    if line < tree.end(node):
        at = line
    if comma:
        return [Splice(at, at, "".join(f"{start}{text}," for text in texts))]
    return [Splice(end, end, ","), Splice(at, at, f"{start}{f',{start}'.join(texts)}")]


def added_below(tree: Tree, node: yaml.MappingNode, texts: Sequence[str]) -> list[Splice]:
    """Texts on lines of their own, behind the last entry and the comments that are indented as it is."""
    column = node.start_mark.column
    indent, end = " " * column, tree.end(node)
    if tree.text[end - 1 : end] == "\n":
        return [Splice(end, end, "".join(f"{indent}{text}\n" for text in texts))]
    return _behind(_behind_comments(tree, tree.line_end(end), column), texts, f"\n{indent}")


def _behind(at: int, texts: Sequence[str], before: str) -> list[Splice]:
    return [Splice(at, at, "".join(f"{before}{text}" for text in texts))]


def _behind_comma(text: str, end: int) -> int:
    """The offset behind a comma that follows the last entry; 0 where there is none."""
    left = text[end:].lstrip(" \n")
    return len(text) - len(left) + 1 if left.startswith(",") else 0


def _behind_comments(tree: Tree, end: int, column: int) -> int:
    """The end of the last of the lines below that are comments, indented at least so far."""
    while end < len(tree.text):
        following = tree.line_end(end + 1)
        line = tree.text[end + 1 : following]
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) < max(column, 1):
            break
        end = following
    return end
