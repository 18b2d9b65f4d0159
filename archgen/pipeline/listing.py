"""Everything that can be named, as rows of plain data."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archgen.configuring.command_line import CommandLine
from archgen.dsl.naming import kind
from archgen.errors import DeclinedError, UnknownNameError
from archgen.loading import library
from archgen.loading.declined import declined
from archgen.model.catalogue import Entry, Shelf
from archgen.pipeline.numbers_used import numbers
from archgen.pipeline.own_entries import Known, known_patterns, known_trees, own_entries, shipped
from archgen.pipeline.reading import designs_below, read_all
from archgen.pipeline.settling import NOTHING_SAID, Settling, known_rules
from archgen.pipeline.words import sort_of_word, word_entry, words

if TYPE_CHECKING:
    from archgen.loading.own_library import OwnLibrary

Row = dict[str, object]
CODE = re.compile(r"\s*([A-Za-z]+)[-_ ]?(\d+)\s*")


def rows(sort: str, said: CommandLine = NOTHING_SAID) -> list[Row]:
    """All of one sort: rules, patterns, trees, figures, designs, words or numbers, in the order of their ids.

    What the configuration of the current folder brings is among them: ConfigurationError where that cannot be read.
    """
    return list(SORTS[sort](said))


def known_to(name: str, sort: str | None, said: CommandLine) -> Known:
    """What archgen has; and what the configuration of the current folder brings, where archgen has nothing of that name and sort.

    Raises ConfigurationError where that cannot be read, or would have to be run and may not.
    """
    has = shipped()
    if sort == "word" or any(shelf.has(name) for shelf in _shelves(has, sort)) or (sort is None and word_entry(name)):
        return has
    rules, own = known_rules(Settling(said).configuration("-")), _own(said)
    return Known(rules, known_patterns(own), known_trees(own))


def named_entries(name: str, sort: str | None = None, known: Known | None = None) -> Sequence[tuple[str, Entry[Any]]]:
    """The rule, pattern, tree and word of that name or code, and which of these each is; or only that of one sort.

    `known` is what there is, where that is not just archgen's. Raises UnknownNameError where there is none, and DeclinedError
    where it is known why there is none.
    """
    shelves = _shelves(known or shipped(), sort)
    found: list[tuple[str, Entry[Any]]] = [(shelf.sort, entry) for shelf in shelves if (entry := shelf.find(name))]
    word = word_entry(name) if sort in (None, "word") else None
    if word:
        found.append(("word", word))
    if not found:
        _decline(_as_written(name))
        names = [one for shelf in shelves for one in shelf.names()] + [kind(one) for one in words() if sort in (None, "word")]
        listed = (
            f"`archgen list {sort}s` lists them" if sort else "`archgen list rules`, `patterns`, `trees` or `words` lists them"
        )
        raise UnknownNameError(sort or "rule, pattern, tree or word", name, names, like=_as_written(name), elsewhere=listed)
    return found


def _shelves(known: Known, sort: str | None) -> Sequence[Shelf[Any]]:
    return [shelf for shelf in (known.rules, known.patterns, known.trees) if sort in (None, shelf.sort)]


def _own(said: CommandLine) -> "OwnLibrary | None":
    """What a team has, as the command line or the current folder has it."""
    return own_entries(Path(), config=said.config, execute=said.execute)


def _decline(code: str) -> None:
    """Say why there is no such rule, where that was thought about. Raises DeclinedError."""
    reason = declined().get(code)
    if reason:
        raise DeclinedError(code, reason)


def _as_written(name: str) -> str:
    """Codes are in upper case and without a hyphen, names in lower case, whatever is made of that."""
    code = CODE.fullmatch(name)
    return "".join(code.groups()).upper() if code else name.lower()


def _rules(said: CommandLine) -> Iterator[Row]:
    for entry in known_rules(Settling(said).configuration("-")):
        yield {**_row(entry), "severity": entry.value.severity.value, "path": entry.path or None}


def _patterns(said: CommandLine) -> Iterator[Row]:
    yield from map(_row, known_patterns(_own(said)))


def _trees(said: CommandLine) -> Iterator[Row]:
    yield from map(_row, known_trees(_own(said)))


def _figures(said: CommandLine) -> Iterator[Row]:
    """Those that explain an idea, one of the structure of each pattern, one of each tree."""
    own = _own(said)
    yield from map(_row, library.figures().joined(own.figures) if own else library.figures())
    for sort, entries in (("pattern", known_patterns(own)), ("tree", known_trees(own))):
        for entry in entries:
            yield {**_row(entry), "id": f"{sort}-{entry.name}", "name": f"{sort}-{entry.name}"}


def _designs(said: CommandLine) -> Iterator[Row]:
    paths = designs_below(Path())
    for path, design in zip(paths, read_all(paths, execute=said.execute), strict=True):
        yield {
            "id": Path(path).stem,
            "name": design.name,
            "family": "",
            "title": design.spec.design.summary or design.name,
            "path": path,
        }


def _words(said: CommandLine) -> Iterator[Row]:
    for word in words():
        title = (word.__doc__ or "").split("\n")[0].rstrip(".")
        yield {"id": kind(word), "name": word.__name__, "family": sort_of_word(word), "title": title}


def _numbers(said: CommandLine) -> Iterator[Row]:
    """Numbers to know, with what archgen takes and the rules that take it."""
    for group in numbers():
        for one in group.numbers:
            yield {
                "id": one.id,
                "name": one.name,
                "family": group.id,
                "title": f"{one.name}: {one.value}",
                "value": one.value,
                "takes": one.takes or None,
                "rules": one.codes,
            }


def _row(entry: Entry[Any]) -> Row:
    return {"id": entry.id, "name": entry.name, "family": entry.family, "title": entry.title}


SORTS: Mapping[str, Callable[[CommandLine], Iterable[Row]]] = {
    "rules": _rules,
    "patterns": _patterns,
    "trees": _trees,
    "figures": _figures,
    "designs": _designs,
    "words": _words,
    "numbers": _numbers,
}
