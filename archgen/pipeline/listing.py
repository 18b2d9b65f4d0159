"""Everything that can be named, as rows of plain data."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from archgen.configuring.command_line import CommandLine
from archgen.dsl.naming import kind
from archgen.errors import DeclinedError, UnknownNameError
from archgen.loading import library
from archgen.loading.declined import declined
from archgen.model.catalogue import Entry, Shelf
from archgen.model.rule import Rule
from archgen.pipeline.numbers_used import numbers
from archgen.pipeline.reading import designs_below, read_all
from archgen.pipeline.settling import NOTHING_SAID, Settling, known_rules
from archgen.pipeline.words import sort_of_word, word_entry, words

Row = dict[str, object]
CODE = re.compile(r"\s*([A-Za-z]+)[-_ ]?(\d+)\s*")


def rows(sort: str, said: CommandLine = NOTHING_SAID) -> list[Row]:
    """All of one sort: rules, patterns, trees, figures, designs, words or numbers, in the order of their ids.

    The rules of the configuration of the current folder are among them: ConfigurationError where that cannot be read.
    """
    return list(SORTS[sort](said))


def rules_with(name: str, said: CommandLine) -> Shelf[Rule]:
    """The rules of archgen; and those of the configuration of the current folder, where archgen has nothing of that name.

    Raises ConfigurationError where that cannot be read, or would have to be run and may not.
    """
    known = any(shelf.has(name) for shelf in (library.rules(), library.patterns(), library.trees())) or word_entry(name)
    return library.rules() if known else known_rules(Settling(said).configuration("-"))


def named_entries(name: str, sort: str | None = None, rules: Shelf[Rule] | None = None) -> Sequence[tuple[str, Entry[Any]]]:
    """The rule, pattern, tree and word of that name or code, and which of these each is; or only that of one sort.

    `rules` are all that there are, where these are not just archgen's. Raises UnknownNameError where there is none, and
    DeclinedError where it is known why there is none.
    """
    every = (rules or library.rules(), library.patterns(), library.trees())
    shelves = [shelf for shelf in every if sort in (None, shelf.sort)]
    found: list[tuple[str, Entry[Any]]] = [(shelf.sort, entry) for shelf in shelves if (entry := shelf.find(name))]
    word = word_entry(name) if sort in (None, "word") else None
    if word:
        found.append(("word", word))
    if not found:
        _decline(_as_written(name))
        known = [one for shelf in shelves for one in shelf.names()] + [kind(one) for one in words() if sort in (None, "word")]
        listed = (
            f"`archgen list {sort}s` lists them" if sort else "`archgen list rules`, `patterns`, `trees` or `words` lists them"
        )
        raise UnknownNameError(sort or "rule, pattern, tree or word", name, known, like=_as_written(name), elsewhere=listed)
    return found


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
    yield from map(_row, library.patterns())


def _trees(said: CommandLine) -> Iterator[Row]:
    yield from map(_row, library.trees())


def _figures(said: CommandLine) -> Iterator[Row]:
    """Those that explain an idea, one of the structure of each pattern, one of each tree."""
    yield from map(_row, library.figures())
    for sort, shelf in (("pattern", library.patterns()), ("tree", library.trees())):
        for entry in shelf:
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
