"""Which attributes of the language an estimate looks at, as it runs."""

import importlib
import pkgutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import archgen.vocabulary
from archgen.dsl.shape import Plain, flattened, shape
from archgen.dsl.word import Word
from archgen.estimating.run import likely
from archgen.loading import library
from archgen.model.architecture import Architecture
from archgen.model.link import link
from archgen.pipeline.reading import read
from tests.estimating.attributes.stating import delivered

ROOT = Path(__file__).resolve().parents[3]
OF_DESIGNS = ("archgen.dsl.", "archgen.vocabulary.")
NUMBERS = ("count", "whole", "factor", "share", "duration", "rate", "size")


def numeric() -> dict[str, str]:
    """Every attribute that states a number, as `Word.attribute` of the most general word that has it, with what it means."""
    for module in pkgutil.walk_packages(archgen.vocabulary.__path__, "archgen.vocabulary."):
        importlib.import_module(module.name)
    found = {}
    for word in _words(Word):
        for one in shape(word).values() if word.__module__.startswith(OF_DESIGNS) else ():
            if any(isinstance(form, Plain) and form.sort in NUMBERS for form in flattened(one.forms)):
                found[f"{one.owner.__name__}.{one.name}"] = one.meaning
    return found


def looked_at() -> set[str]:
    """What estimates of the examples and of the designs of all rules look at."""
    designs = [read(str(path)).architecture for path in sorted((ROOT / "examples").glob("*.yaml"))]
    designs.append(link(delivered()))
    for rule in library.rules():
        designs += [link(make()) for make in (*rule.value.flagged, *rule.value.accepted)]
    with _noted() as seen:
        for architecture in designs:
            likely(anew(architecture))
    owners = {(word, name): _owner(word, name) for word, name in seen}
    return {f"{owner}.{name}" for (_, name), owner in owners.items() if owner}


def anew(architecture: Architecture) -> Architecture:
    """The same, so that nothing is remembered of it."""
    one = architecture
    return Architecture(one.design, one.all_components, one.all_connections, one.groups, one.all_data, one.ids)


def _owner(word: type[Word], name: str) -> str | None:
    attribute = shape(word).get(name)
    return attribute.owner.__name__ if attribute else None


@contextmanager
def _noted() -> Iterator[set[tuple[type[Word], str]]]:
    seen: set[tuple[type[Word], str]] = set()
    usual = object.__getattribute__

    def note(word: Word, name: str) -> object:
        seen.add((type(word), name))
        return usual(word, name)

    Word.__getattribute__ = note  # type: ignore[assignment, method-assign]  # for as long as it is looked
    try:
        yield seen
    finally:
        del Word.__getattribute__


def _words(word: type[Word]) -> Iterator[type[Word]]:
    for one in word.__subclasses__():
        yield one
        yield from _words(one)
