"""The pages of words: what each means, and what can be stated of it, in Python and in YAML."""

import dataclasses
import typing
from collections.abc import Iterator, Mapping, Sequence

import archgen
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.counts import Count, Factor, Share
from archgen.dsl.naming import kind
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.word import Word
from archgen.model.catalogue import Entry

# How a value of each type is written.
WRITTEN: tuple[tuple[object, str], ...] = (
    (Count, "a whole number, such as 12 or 200k"),
    (Factor, "a number above 0"),
    (Share, "a share, such as 0.95 or 95%"),
    (Duration, "a duration, such as 500ms or 15 min"),
    (Rate, "a rate, such as 4k/s or 30/min"),
    (Size, "a size, such as 2GB or 512 kB"),
    (bool, "true or false"),
    (float, "a number"),
)
IN_YAML: Mapping[str, str] = {"group": "in", "source": "from", "target": "to"}


def words() -> Iterator[type[Word]]:
    """Every word of the language, in the order of the kinds."""
    found = [value for name in archgen.__all__ if isinstance(value := getattr(archgen, name), type) and issubclass(value, Word)]
    return iter(sorted(found, key=kind))


def word_entry(name: str) -> Entry[type[Word]] | None:
    """The word of that kind or class, in upper or lower case, with its page; None where there is none."""
    wanted = name.replace("-", "").replace("_", "").lower()
    for cls in words():
        if cls.__name__.lower() == wanted:
            return Entry(kind(cls), sort_of_word(cls), cls.__name__, _page(cls), cls)
    return None


def sort_of_word(cls: type[Word]) -> str:
    """What kind of word it is."""
    if issubclass(cls, Component):
        return "component"
    return "connection" if issubclass(cls, Connection) else "policy" if ".policies." in cls.__module__ else "grammar"


def _page(cls: type[Word]) -> str:
    about = "\n".join(line.removeprefix("    ") for line in (cls.__doc__ or "").strip().splitlines())
    return f"{about}\n\n## What it states\n" + "\n".join(_lines(cls))


def _lines(cls: type[Word]) -> Iterator[str]:
    hints = typing.get_type_hints(cls, include_extras=True)
    for field in dataclasses.fields(cls):  # type: ignore[arg-type]  # every word is made a dataclass by `word`
        needed = field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        yield f"- {field.name}{_in_yaml(cls, field.name)}: {_form(hints[field.name])}{', needed' if needed else ''}"


def _in_yaml(cls: type[Word], attribute: str) -> str:
    if issubclass(cls, Component) and attribute == "id":
        return " (in YAML: the key of the entry)"
    renamed = issubclass(cls, (Component, Connection)) and attribute in IN_YAML
    return f" (in YAML: {IN_YAML[attribute]})" if renamed else ""


def _form(hint: object) -> str:
    forms = list(dict.fromkeys(_forms(hint))) or ["a text"]
    return " or ".join(filter(None, (", ".join(forms[:-1]), forms[-1])))


def _forms(hint: object) -> Iterator[str]:
    written = next((text for known, text in WRITTEN if _is(hint, known)), None)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if written:
        yield written
    elif origin is typing.Literal:
        yield from ("false" if value is False else str(value) for value in arguments)
    elif origin is Sequence:
        yield f"a list, each {_form(arguments[0])}"
    elif origin is Mapping:
        yield "texts by their names"
    elif isinstance(hint, type) and issubclass(hint, Word):
        yield kind(hint) if kind(hint).endswith("s") else f"a {kind(hint)}"
    else:
        for argument in arguments:
            yield from _forms(argument)


def _is(hint: object, known: object) -> bool:
    """Whether it is that type, be it with a limit more."""
    meant = typing.get_args(known)
    return hint == known or (bool(meant) and typing.get_args(hint)[: len(meant)] == meant)
