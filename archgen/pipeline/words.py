"""The pages of words: what each means, and what can be stated of it, in Python and in YAML."""

from collections.abc import Iterator, Mapping

import archgen
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.naming import an, kind
from archgen.dsl.part import Part
from archgen.dsl.shape import Attribute, Choice, Form, Inner, Plain, Reference, Several, Sort, shape
from archgen.dsl.word import Word, is_abstract
from archgen.model.catalogue import Entry
from archgen.vocabulary import SORTS

# How a value of each sort is written.
WRITTEN: Mapping[Sort, str] = {
    "text": "a text",
    "name": "a text",
    "id": "an id",
    "flag": "true or false",
    "count": "a whole number, such as 12 or 200k",
    "whole": "a whole number, 0 too",
    "factor": "a number above 0",
    "share": "a share, such as 0.95 or 95%",
    "duration": "a duration, such as 500ms or 15 min",
    "rate": "a rate, such as 4k/s or 30/min",
    "size": "a size, such as 2GB or 512 kB",
    "texts": "texts by their names",
}
IN_YAML: Mapping[str, str] = {"group": "in", "source": "from", "target": "to"}
SINGULAR: Mapping[str, str] = {
    "components": "component",
    "connections": "connection",
    "data": "data",
    "policies": "policy",
    "behaviours": "behaviour",
    "patterns": "pattern",
}
# What the chapter of each sort is called, in their order.
CHAPTERS: Mapping[str, str] = {
    "component": "Components",
    "connection": "Connections",
    "data": "Data",
    "policy": "Policies",
    "behaviour": "Behaviours",
    "pattern": "Patterns put to use",
    "grammar": "What a design is made of",
}


def words() -> Iterator[type[Word]]:
    """Every word of the language, in the order of the kinds."""
    found = [value for name in archgen.__all__ if isinstance(value := getattr(archgen, name), type) and issubclass(value, Word)]
    return iter(sorted((word for word in found if not is_abstract(word)), key=kind))


def word_places() -> Mapping[str, str]:
    """Where the site tells each word, by its class and by its kind."""
    pages = {sort: f"guide/language/{title.lower().replace(' ', '-')}.html" for sort, title in CHAPTERS.items()}
    found = {word: f"{pages[sort_of_word(word)]}#{kind(word)}" for word in words()}
    return {name: place for word, place in found.items() for name in (kind(word), word.__name__)}


def word_entry(name: str) -> Entry[type[Word]] | None:
    """The word of that kind or class, in upper or lower case, with its page; None where there is none."""
    wanted = name.replace("-", "").replace("_", "").lower()
    for cls in words():
        if cls.__name__.lower() == wanted:
            return Entry(kind(cls), sort_of_word(cls), cls.__name__, _page(cls), cls)
    return None


def word_data(cls: type[Word]) -> Mapping[str, object]:
    """Everything that can be stated of a word, as plain data."""
    return {
        "word": cls.__name__,
        "sort_of_word": sort_of_word(cls),
        "attributes": [
            {
                "name": attribute.name,
                "yaml": named_in_yaml(attribute),
                "form": form_of(attribute),
                "needed": attribute.needed,
                "meaning": " ".join(attribute.meaning.split()),
                "of": kind(owner),
            }
            for owner, attributes in by_owner(cls).items()
            for attribute in attributes
        ],
    }


def sort_of_word(cls: type[Word]) -> str:
    """What kind of word it is."""
    home = next((SINGULAR[sort] for sort, names in SORTS.items() if cls.__name__ in names), None)
    general = "component" if issubclass(cls, Component) else "connection" if issubclass(cls, Connection) else "grammar"
    return home or general


def about(cls: type[Word]) -> str:
    """What the word is, as its docstring says."""
    return "\n".join(line.removeprefix("    ") for line in (cls.__doc__ or "").strip().splitlines())


def by_owner(cls: type[Word]) -> Mapping[type[Word], list[Attribute]]:
    """A word's attributes by the word that declares them: its own first, then those that it has in common with others."""
    found: dict[type[Word], list[Attribute]] = {}
    for attribute in shape(cls).values():
        found.setdefault(attribute.owner, []).append(attribute)
    return {owner: found[owner] for owner in cls.__mro__ if owner in found}


def form_of(attribute: Attribute) -> str:
    """How the values of an attribute are written."""
    return written(attribute.forms)


def written(forms: tuple[Form, ...]) -> str:
    """How values of these forms are written."""
    said = list(dict.fromkeys(text for form in forms for text in _said(form)))
    return " or ".join(filter(None, (", ".join(said[:-1]), said[-1])))


def named_in_yaml(attribute: Attribute) -> str:
    """What YAML calls it; for an id, that the key of its entry is meant."""
    if issubclass(attribute.word, Part) and attribute.name == "id":
        return "the key of the entry"
    renamed = attribute.name != "group" or issubclass(attribute.word, Part)
    return IN_YAML.get(attribute.name, attribute.name) if renamed else attribute.name


def _page(cls: type[Word]) -> str:
    sections = [f"## {_heading(cls, owner)}\n" + "\n".join(map(_line, found)) for owner, found in by_owner(cls).items()]
    return "\n\n".join((about(cls), *sections))


def _heading(cls: type[Word], owner: type[Word]) -> str:
    return "What it states" if owner is cls else f"As every {kind(owner).replace('_', ' ')}"


def _line(attribute: Attribute) -> str:
    yaml = named_in_yaml(attribute)
    name = f"{attribute.name} (in YAML: {yaml})" if yaml != attribute.name else attribute.name
    form = f"{form_of(attribute)}{', needed' if attribute.needed else ''}"
    return f"- {name}: {form}. {' '.join(attribute.meaning.split())}"


def _said(form: Form) -> Iterator[str]:
    match form:
        case Plain(sort):
            yield WRITTEN[sort]
        case Choice(values):
            yield from ("false" if value is False else str(value) for value in values)
        case Inner(word) | Reference(word):
            yield kind(word).replace("_", " ") if kind(word).endswith("s") or word is Data else an(kind(word))
        case Several(inner):
            yield f"a list{' of' if Reference(Data) in inner else ', each'} {written(inner)}"
