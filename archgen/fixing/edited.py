"""Edits of findings made in the texts of the files that designs were read from."""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from archgen.dsl.part import Part
from archgen.dsl.readable import named
from archgen.dsl.shape import first_positional
from archgen.dsl.word import Word
from archgen.errors import Position
from archgen.fixing.python_edits import PythonText
from archgen.fixing.splices import Refusal
from archgen.fixing.yaml_edits import Statement, YamlText
from archgen.fixing.yaml_values import plain
from archgen.model.document import name_in_files
from archgen.model.referred import parts_among
from archgen.model.rule import Edit
from archgen.model.spec import STDIN

PYTHON, JSON = ".py", ".json"
SUFFIXES = (PYTHON, JSON, ".yaml", ".yml")
UNWRITTEN = Refusal("it is not written out in a file of the design")
# JSON's way to write what lies beyond U+FFFF, which moves the places of all that follows on the line.
PAIR = re.compile(r"\\u[dD][89abAB]")
T = TypeVar("T")
PAIRED = Refusal("the file holds characters that are written as pairs of escapes")


class Files:
    """The files that designs were read from: `places` are where their words are written, `text_of` gives what is in each file.

    `only` is the one that may be changed, where the others may not.
    """

    def __init__(self, places: Mapping[Word, Position], text_of: Callable[[str], str], only: str | None = None) -> None:
        self.places, self.text_of, self.only = places, text_of, only
        self._opened: dict[str, PythonText | YamlText | Refusal] = {}

    def edited(self, edits: Sequence[Edit]) -> Mapping[str, str] | Refusal:
        """The texts of the files that these edits change, by their paths; or why one of them cannot be made."""
        refusal = self.refused(edits)
        if refusal:
            return refusal
        texts: dict[str, str] = {}
        for path, own in self._by_file(edits).items():
            file = self._file(path)
            made = file.edited(own) if isinstance(file, PythonText) else self._in_data(file, own, YamlText.edited)
            if isinstance(made, Refusal):
                return made
            texts[path] = made
        return texts

    def refused(self, edits: Sequence[Edit]) -> Refusal | None:
        """Why one of the edits cannot be made in the files; None where all can be."""
        for edit in edits:
            place = self.places.get(edit.part)
            if place is None or place.line is None or not _is_design(place.path):
                return UNWRITTEN.of(named(edit.part))
            if self.only is not None and place.path != self.only:
                return Refusal(f"it stands in {place.path}, and only what is piped in is changed").of(named(edit.part))
        for path, own in self._by_file(edits).items():
            file = self._file(path)
            made = file.changes(own) if isinstance(file, PythonText) else self._in_data(file, own, YamlText.changes)
            if isinstance(made, Refusal):
                return made
        return None

    def _by_file(self, edits: Sequence[Edit]) -> Mapping[str, list[Edit]]:
        found: dict[str, list[Edit]] = defaultdict(list)
        for edit in edits:
            found[self.places[edit.part].path].append(edit)
        return found

    def _file(self, path: str) -> PythonText | YamlText | Refusal:
        if path not in self._opened:
            text, name = self.text_of(path), path.lower()
            if name.endswith(PYTHON):
                self._opened[path] = PythonText(text)
            else:
                unclear = name.endswith(JSON) and PAIR.search(text)
                self._opened[path] = PAIRED if unclear else YamlText(text, json=name.endswith(JSON))
        return self._opened[path]

    def _in_data(
        self, file: YamlText | Refusal, edits: Sequence[Edit], make: Callable[[YamlText, Sequence[Statement]], T | Refusal]
    ) -> T | Refusal:
        """What comes of the edits in a file of YAML or JSON."""
        statements = []
        for edit in edits if isinstance(file, YamlText) else ():
            one = self._statement(edit)
            if isinstance(one, Refusal):
                return one
            statements.append(one)
        return file if isinstance(file, Refusal) else make(file, statements)

    def _statement(self, edit: Edit) -> Statement | Refusal:
        part, place = edit.part, self.places[edit.part]
        ids = {other: other.id for other in parts_among([edit.value])}
        for other, id in ids.items():
            if id is None:
                return Refusal(f"{named(part)} would have to speak of {named(other)}, which has no id in the file")
        alone = first_positional(type(part))
        return Statement(
            (place.line or 0, place.column or 0),
            keyed=isinstance(part, Part),
            key=name_in_files(part, edit.attribute),
            value=plain(edit.value, {other: id or "" for other, id in ids.items()}),
            alone=alone.name if alone else "",
            name=named(part),
        )


def _is_design(path: str) -> bool:
    return path == STDIN or path.lower().endswith(SUFFIXES)
