"""What every word of the language shares: it is frozen, checked where it is made, and knows where that was."""

import dataclasses
from collections.abc import Mapping
from functools import cache
from typing import ClassVar, TypeVar, dataclass_transform

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
        # What is not stated is read from the class: words have dozens of attributes each, and designs many thousands of words.
        object.__setattr__(self, "__dict__", {**_stated(self), "_call_site": call_site()})

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
    defaults = _defaults(type(of))  # type: ignore[arg-type]  # any class can be hashed
    return {name: value for name, value in vars(of).items() if value is not None and value is not defaults.get(name, value)}


def _stated(word: Word) -> dict[str, object]:
    """What is not at its default. Every word is made with all of its attributes."""
    held, defaults = vars(word), _defaults(type(word))  # type: ignore[arg-type]  # any class can be hashed
    return {name: held[name] for name, default in defaults.items() if held[name] is not default}


@cache
def _defaults(word: type[Word]) -> Mapping[str, object]:
    """Each attribute with its default, MISSING for those without."""
    return {field.name: field.default for field in dataclasses.fields(word)}  # type: ignore[arg-type]  # made so by `word`
