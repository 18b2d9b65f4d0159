"""Edits made in the text of a Python specification: arguments of calls, the names that these need, and nothing else touched."""

import ast
from collections.abc import Iterable, Sequence

from archgen.dsl.readable import named
from archgen.dsl.word import Word
from archgen.fixing.python_arguments import stated
from archgen.fixing.python_calls import call_of, span_of, variables
from archgen.fixing.python_lines import WIDTH, opened_call, opened_import
from archgen.fixing.python_names import LANGUAGE, PythonNames
from archgen.fixing.python_source import PythonSource
from archgen.fixing.python_values import in_python
from archgen.fixing.splices import CLASH, Refusal, Splice, clash, moved, spliced
from archgen.model.python_literals import width
from archgen.model.referred import parts_among
from archgen.model.rule import Edit


class PythonText:
    """The text of one file, and the edits that can be made in it."""

    def __init__(self, text: str) -> None:
        self.text, self.source = text, PythonSource(text)
        self._variables = variables(self.source)

    def edited(self, edits: Sequence[Edit]) -> str | Refusal:
        """The text in which all of this is stated."""
        changes = self.changes(edits)
        if isinstance(changes, Refusal):
            return changes
        splices, starts = changes
        return self._laid_out(spliced(self.text, splices), [moved(start, splices) for start in starts])

    def changes(self, edits: Sequence[Edit]) -> tuple[Sequence[Splice], Sequence[int]] | Refusal:
        """What has to be replaced for that, and the calls whose lines may become too long by it."""
        names, splices, starts = PythonNames(self.source), list[Splice](), list[int]()
        by_call: dict[ast.Call, list[Edit]] = {}
        for edit in edits:
            call = call_of(self.source, names, edit.part)
            if isinstance(call, Refusal):
                return call.of(named(edit.part))
            by_call.setdefault(call, []).append(edit)
        for call, own in by_call.items():
            made = self._stated(names, call, own)
            if isinstance(made, Refusal):
                return made.of(named(own[0].part))
            splices += made
            starts += [start for start, end in [self.source.span(call)] if self._fits(start, end)]
        if names.taken:
            return Refusal(f"{' and '.join(sorted(names.taken))} would be needed, and stands for something else in the file")
        splices += names.imports()
        return CLASH if clash(splices) else (splices, starts)

    def _stated(self, names: PythonNames, call: ast.Call, edits: Sequence[Edit]) -> list[Splice] | Refusal:
        texts: dict[str, str] = {}
        for edit in edits:
            known: dict[Word, str] = {}
            for other in parts_among([edit.value]):
                name = self._variable(names, edit.part, other, self.source.span(call)[0])
                if name is None:
                    return Refusal(f"it would have to speak of {named(other)}, which has no name at that place of the file")
                known[other] = name
            text = in_python(edit.value, names.call, known)
            if texts.setdefault(edit.attribute, text) != text:
                return CLASH
        return stated(self.source, call, type(edits[0].part), texts)

    def _variable(self, names: PythonNames, part: Word, other: Word, before: int) -> str | None:
        """What another part is called in the file of the one that is to speak of it, where it stands before it.

        What a pattern brought along is not what the pattern is called.
        """
        here, there = part.call_site, other.call_site
        if here is None or there is None or here.path != there.path:
            return None
        if isinstance(call_of(self.source, names, other), Refusal):
            return None
        span = span_of(self.source, there)
        return self._variables.get(span) if span[1] <= before else None

    def _fits(self, start: int, end: int) -> bool:
        """Whether no line of a part of the text is too long already."""
        lines = self.text[self.source.line(start)[0] : self.source.line(end)[1]].split("\n")
        return all(width(line) <= WIDTH for line in lines)

    def _laid_out(self, text: str, starts: Iterable[int]) -> str:
        """The text, with lines opened that have become too long. From the end on, so that nothing moves that is still to come."""
        known = frozenset(self.text.split("\n"))
        for start in [*sorted(starts, reverse=True), None]:
            if all(width(line) <= WIDTH or line in known for line in text.split("\n")):
                break
            source = PythonSource(text)
            opened = opened_import(source, LANGUAGE) if start is None else opened_call(source, start, known)
            text = spliced(text, [opened] if opened else [])
        return text
