"""Arguments of calls: another value for one that is given, or a further one behind the last."""

import ast
from collections.abc import Mapping, Sequence

from archgen.dsl.shape import shape
from archgen.dsl.word import Word
from archgen.fixing.python_source import Brackets, PythonSource, Span
from archgen.fixing.splices import Refusal, Splice

COMMENT_WITHIN = Refusal("a comment stands in what it would replace")
UNPACKED = Refusal("it takes some of what it states out of a mapping or a list")


def stated(source: PythonSource, call: ast.Call, word: type[Word], values: Mapping[str, str]) -> list[Splice] | Refusal:
    """What makes a call hand over these values, each written as Python by the attribute that it is for."""
    brackets = source.brackets(call)
    if len(brackets.items) != len(call.args) + len(call.keywords):
        return Refusal("its arguments are written in a way that is not understood")
    splices: list[Splice] = []
    further: list[str] = []
    for name, text in values.items():
        place = _given(source, brackets, call, word, name)
        if isinstance(place, Refusal):
            return place
        if place is None:
            further.append(f"{name}={text}")
        elif any(token.text.startswith("#") for token in source.within(*place)):
            return COMMENT_WITHIN
        else:
            splices.append(Splice(*place, text))
    return [*splices, *_added(source, brackets, further)] if further else splices


def _given(source: PythonSource, brackets: Brackets, call: ast.Call, word: type[Word], name: str) -> Span | Refusal | None:
    """Where the value of an attribute is written; None where it is not given, a refusal where that cannot be told."""
    for start, end in brackets.items:
        first, *others = source.within(start, end)
        if first.text == name and others and others[0].text == "=":
            return others[1].start, end
    if any(keyword.arg is None for keyword in call.keywords):
        return UNPACKED
    by_place = [one.name for one in shape(word).values() if one.positional]
    index = by_place.index(name) if name in by_place else len(call.args)
    if name in by_place and any(isinstance(one, ast.Starred) for one in call.args):
        return UNPACKED
    return brackets.items[index] if index < len(call.args) else None


def _added(source: PythonSource, brackets: Brackets, texts: Sequence[str]) -> list[Splice]:
    """Behind the last argument: on its line, or on lines of their own where that one has one."""
    if not brackets.items:
        return [Splice(brackets.closing, brackets.closing, ", ".join(texts))]
    start, end = brackets.items[-1]
    line, _ = source.line(start)
    first_on_its_line = not source.text[line:start].strip()
    indent = f"\n{source.indent(start)}"
    if brackets.comma:
        at = source.line(brackets.comma)[1]
        if at < brackets.closing:
            return [Splice(at, at, "".join(f"{indent}{text}," for text in texts))]
        return [Splice(brackets.comma, brackets.comma, "".join(f" {text}," for text in texts))]
    if not first_on_its_line or len(brackets.items) == 1:
        return [Splice(end, end, "".join(f", {text}" for text in texts))]
    at = source.line(end)[1]
    if at >= brackets.closing:
        return [Splice(end, end, "".join(f",{indent}{text}" for text in texts))]
    return [Splice(end, end, ","), Splice(at, at, indent + f",{indent}".join(texts))]
