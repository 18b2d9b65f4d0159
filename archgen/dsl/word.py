"""What every word of the language shares: it is frozen, checked where it is made, and knows where that was."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, TypeVar, dataclass_transform

from archgen.dsl.call_site import CallSite, call_site
from archgen.dsl.declared import declaration, declare, take_on
from archgen.dsl.later import complete, made_dataclass, make_later
from archgen.dsl.readers import Refused, Unsure
from archgen.dsl.showing import Shown

if TYPE_CHECKING:
    from pydantic import Field
else:
    Field = dataclasses.field
W = TypeVar("W")
UNPLACED = CallSite("", 0, 0, 0, 0)


@dataclass_transform(kw_only_default=True, frozen_default=True, eq_default=False, field_specifiers=(dataclasses.field, Field))
def word(cls: type[W]) -> type[W]:
    """Make a class a word: frozen, compared by identity, its attributes checked against their types when it is made.

    Attributes are given by keyword, but for those declared with `field(kw_only=False)`. An attribute of the wrong type, or one
    that the word does not have, raises `pydantic.ValidationError`.
    """
    if issubclass(cls, Word) and declare(cls):
        make_later(cls)
        return cls
    return take_on(made_dataclass(cls))


class Word(Shown):
    """A value that an author writes. Two words are the same only if they are the same object."""

    # Whether it only says what other words have in common, and cannot be written itself.
    abstract: ClassVar[bool] = False
    # The attributes that speak of what is in another design.
    elsewhere: ClassVar[tuple[str, ...]] = ()
    # Where it was made, once that has been looked for.
    _call_site: ClassVar[CallSite | None] = UNPLACED

    def __init__(self, *given: object, **named: object) -> None:
        if not self._read(given, named):
            complete(type(self))(self, *given, **named)

    def _read(self, given: Sequence[object], named: Mapping[str, object]) -> bool:
        """Take on what was given; whether that could be done without pydantic."""
        try:
            for name, value in declaration(type(self)).read(given, named).items():
                object.__setattr__(self, name, value)
            object.__setattr__(self, "_call_site", call_site())
            self.__post_init__()
        except (Unsure, Refused, ValueError, AssertionError):
            return False
        return True

    def __setattr__(self, name: str, value: object) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> None:
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def __post_init__(self) -> None:
        if is_abstract(type(self)):
            raise ValueError("it only says what other words have in common; use one of those")
        if self._call_site is UNPLACED:
            object.__setattr__(self, "__dict__", {**_stated(self), "_call_site": call_site()})

    def __repr__(self) -> str:
        stated = (f"{name}={value!r}" for name, value in attributes(self).items())
        return f"{type(self).__name__}({', '.join(stated)})"

    @property
    def call_site(self) -> CallSite | None:
        """Where the word was made; None where that is not known."""
        return None if self._call_site is UNPLACED else self._call_site


def is_abstract(word: type[Word]) -> bool:
    """Whether the word only says what others have in common; those below it do not take that on."""
    return bool(vars(word).get("abstract", False))


def attributes(of: Word) -> dict[str, object]:
    """What the word states: the attributes that are not at their default, in the order of their declaration."""
    defaults = declaration(type(of)).defaults
    return {name: value for name, value in vars(of).items() if value is not None and defaults.get(name, value) is not value}


def _stated(word: Word) -> dict[str, object]:
    """What is not at its default, in the order of the declaration, whoever read it."""
    held = vars(word)
    known = declaration(type(word)).attributes.items()
    return {name: held[name] for name, one in known if name in held and held[name] is not one.default}
