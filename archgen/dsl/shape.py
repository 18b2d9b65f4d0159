"""The shape of words: their attributes, what each may hold, and what it means. Formats, schemas and pages all read it."""

import dataclasses
import inspect
import typing
from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from types import UnionType

from archgen.dsl.attribute_docs import attribute_docs
from archgen.dsl.connection import Connection
from archgen.dsl.counts import Count, Factor, Share, Whole
from archgen.dsl.declared import Declared, declaration
from archgen.dsl.part import Part
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.texts import Id, Name, Text
from archgen.dsl.word import Word
from archgen.values import dataclass

Sort = typing.Literal["text", "name", "id", "flag", "count", "whole", "factor", "share", "duration", "rate", "size", "texts"]
SORTS: tuple[tuple[object, Sort], ...] = (
    (Count, "count"),
    (Whole, "whole"),
    (Factor, "factor"),
    (Share, "share"),
    (Duration, "duration"),
    (Rate, "rate"),
    (Size, "size"),
    (Name, "name"),
    (Id, "id"),
    (Text, "text"),
    (bool, "flag"),
)


@dataclass(frozen=True)
class Plain:
    """A value without parts: a number with its unit, a text, yes or no."""

    sort: Sort


@dataclass(frozen=True)
class Choice:
    """One of a few values."""

    values: tuple[str | int | bool, ...]


@dataclass(frozen=True)
class Inner:
    """A word that is written out where it stands: a policy, a step, a state."""

    word: type[Word]


@dataclass(frozen=True)
class Reference:
    """A part that stands in a section of its own, and is spoken of here."""

    word: type[Word]


@dataclass(frozen=True)
class Several:
    """A list, each entry of one of these forms."""

    forms: "tuple[Form, ...]"


Form = Plain | Choice | Inner | Reference | Several


@dataclass(frozen=True)
class Attribute:
    """An attribute of a word: `forms` are what it may hold."""

    word: type[Word]
    name: str
    declared: Declared = dataclasses.field(repr=False)
    needed: bool
    positional: bool

    @cached_property
    def forms(self) -> tuple[Form, ...]:
        """What it may hold, found when it is asked for: a word has dozens of attributes, and a design states few of them."""
        return _forms(self.declared.hint)

    @property
    def meaning(self) -> str:
        """What it states; empty where its author does not say."""
        return next(filter(None, (attribute_docs(cls).get(self.name) for cls in self.word.__mro__)), "")

    @property
    def owner(self) -> type[Word]:
        """The most general word that has it."""
        return [cls for cls in self.word.__mro__ if self.name in inspect.get_annotations(cls)][-1]

    @cached_property
    def references(self) -> tuple[type[Word], ...]:
        """The words that it may speak of, itself or in a list."""
        return tuple(form.word for form in flattened(self.forms) if isinstance(form, Reference))

    @cached_property
    def inner(self) -> type[Word] | None:
        """The word that is written out in it, itself or in a list; None where there is none."""
        return next((form.word for form in flattened(self.forms) if isinstance(form, Inner)), None)

    @cached_property
    def listed(self) -> bool:
        """Whether it holds a list."""
        return any(isinstance(form, Several) for form in self.forms)

    @cached_property
    def plain(self) -> bool:
        """Whether it may hold a value without parts that is no list."""
        return any(isinstance(form, Plain) for form in self.forms)

    @cached_property
    def wordless(self) -> bool:
        """Whether no word can stand in it, nor be spoken of."""
        return self.inner is None and not self.references


def shape(word: type[Word]) -> Mapping[str, Attribute]:
    """The attributes of a word by their names, in the order of their declaration."""
    return _shape(word)  # type: ignore[arg-type]  # any class can be hashed


@cache
def _shape(word: type[Word]) -> Mapping[str, Attribute]:
    declared = declaration(word).attributes.values()
    return {one.name: Attribute(word, one.name, one, one.needed, one.positional) for one in declared}


def first_positional(word: type[Word]) -> Attribute | None:
    """The attribute that a word's one value stands for, such as the attempts of a retry; None for a word without such."""
    return next((one for one in shape(word).values() if one.positional), None)


def flattened(forms: Sequence[Form]) -> Sequence[Form]:
    """The forms, each list among them replaced by those of its entries."""
    return [inner for form in forms for inner in (form.forms if isinstance(form, Several) else (form,))]


def _forms(hint: object) -> tuple[Form, ...]:
    sort = next((sort for known, sort in SORTS if _is(hint, known)), None)
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if sort:
        return (Plain(sort),)
    if origin is typing.Literal:
        return (Choice(arguments),)
    if origin in (typing.Union, UnionType):
        return tuple(dict.fromkeys(form for one in arguments if one is not type(None) for form in _forms(one)))
    if origin is typing.Annotated:
        return _forms(arguments[0])
    if origin is Sequence:
        return (Several(_forms(arguments[0])),)
    if origin is Mapping:
        return (Plain("texts"),)
    if isinstance(hint, type) and issubclass(hint, Word):
        return (Reference(hint) if issubclass(hint, Part | Connection) else Inner(hint),)
    raise TypeError(f"no form is known for {hint}")


def _is(hint: object, known: object) -> bool:
    """Whether it is that type, be it with a limit more."""
    meant = typing.get_args(known)
    return hint == known or (bool(meant) and typing.get_args(hint)[: len(meant)] == meant)
