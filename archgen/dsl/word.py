"""What every word of the language shares: it is frozen, checked where it is made, and knows where that was."""

import dataclasses
from collections.abc import Callable, Mapping
from functools import cache
from operator import itemgetter
from typing import ClassVar, NamedTuple, TypeVar, dataclass_transform

from pydantic import ConfigDict, Field
from pydantic.dataclasses import dataclass

from archgen.dsl.call_site import CallSite, call_site
from archgen.dsl.showing import Shown

CONFIG = ConfigDict(extra="forbid", arbitrary_types_allowed=True, strict=False, allow_inf_nan=False, defer_build=True)
W = TypeVar("W")


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False, field_specifiers=(dataclasses.field, Field))
def word(cls: type[W]) -> type[W]:
    """Make a class a word: frozen, compared by identity, its attributes checked against their types when it is made.

    Attributes are given by keyword, but for those declared with `field(kw_only=False)`. An attribute of the wrong type, or one
    that the word does not have, raises `pydantic.ValidationError`.
    """
    made: type[W] = dataclass(frozen=True, eq=False, repr=False, kw_only=True, config=CONFIG)(cls)  # type: ignore[assignment]
    return made


class Word(Shown):
    """A value that an author writes. Two words are the same only if they are the same object."""

    # Whether it only says what other words have in common, and cannot be written itself.
    abstract: ClassVar[bool] = False
    # The attributes that speak of what is in another design.
    elsewhere: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        if is_abstract(type(self)):
            raise ValueError("it only says what other words have in common; use one of those")
        object.__setattr__(self, "_call_site", call_site())

    def __repr__(self) -> str:
        stated = (f"{name}={value!r}" for name, value in attributes(self).items())
        return f"{type(self).__name__}({', '.join(stated)})"

    @property
    def call_site(self) -> CallSite | None:
        """Where the word was made; None where that is not known."""
        site: CallSite | None = self.__dict__.get("_call_site")
        return site


def is_abstract(word: type[Word]) -> bool:
    """Whether the word only says what others have in common; those below it do not take that on."""
    return bool(vars(word).get("abstract", False))


def attributes(of: Word) -> dict[str, object]:
    """What the word states: the attributes that are not at their default, in the order of their declaration."""
    declared = _declared(type(of))  # type: ignore[arg-type]  # any class can be hashed
    held = zip(declared.names, declared.defaults, declared.values(vars(of)), strict=True)
    return {name: value for name, default, value in held if value is not None and value is not default}


def values(of: Word) -> tuple[object, ...]:
    """What each attribute holds, stated or not, in the order of their declaration."""
    return _declared(type(of)).values(vars(of))  # type: ignore[arg-type]  # any class can be hashed


class _Declared(NamedTuple):
    """Kept for each class: looking up anew what it declares would take most of the time of linking."""

    names: tuple[str, ...]
    defaults: tuple[object, ...]
    values: Callable[[Mapping[str, object]], tuple[object, ...]]


@cache
def _declared(word: type[Word]) -> _Declared:
    fields = dataclasses.fields(word)  # type: ignore[arg-type]  # every word is made a dataclass by `word`
    names = tuple(field.name for field in fields)
    several = itemgetter(*names) if len(names) > 1 else lambda held: tuple(held[name] for name in names)
    return _Declared(names, tuple(field.default for field in fields), several)
