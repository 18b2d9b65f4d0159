"""The attributes that a class of words declares, known without making a dataclass of it, and read as it is made."""

import dataclasses
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, Field
from functools import cached_property
from typing import Any, ClassVar, NamedTuple, TypeVar

from archgen.dsl.readers import Reader, Refused, Unsure, reader

# What annotations may say that is more than the type of an attribute; as texts these are left to pydantic.
SPECIAL = ("ClassVar", "InitVar", "KW_ONLY")
W = TypeVar("W")
OWN_WAYS = {"__init__", "__setattr__", "__delattr__", "__dataclass_fields__"}


class Declared(NamedTuple):
    """An attribute of a word, as the most special class that speaks of it declares it."""

    name: str
    owner: type
    annotation: object
    default: object
    factory: Callable[[], object] | None
    positional: bool

    @property
    def needed(self) -> bool:
        """Whether a word cannot be made without it."""
        return self.default is MISSING and self.factory is None

    @property
    def hint(self) -> object:
        """Its type, with every name in it known."""
        try:
            reader(self.annotation)
        except (Unsure, TypeError):
            return typing.get_type_hints(self.owner, include_extras=True)[self.name]
        return self.annotation


class Declaration:
    """All attributes of a word, in their order.

    `fields` are those of dataclasses that the class itself was written with. If not `readable`, only pydantic can read it.
    """

    def __init__(self, attributes: Mapping[str, Declared], fields: Mapping[str, "Field[Any]"], *, readable: bool = True) -> None:
        self.attributes, self.fields, self.readable = attributes, fields, readable
        self.positional = tuple(one.name for one in attributes.values() if one.positional)
        self.needed = [one.name for one in attributes.values() if one.needed]
        self.factories = [(one.name, one.factory) for one in attributes.values() if one.factory]
        self.places = {name: place for place, name in enumerate(attributes)}
        self._readers: dict[str, Reader] = {}

    @cached_property
    def defaults(self) -> Mapping[str, object]:
        """What each attribute is where nothing is stated; MISSING where it has to be."""
        return {one.name: one.default for one in self.attributes.values()}

    def read(self, given: Sequence[object], named: Mapping[str, object]) -> dict[str, object]:
        """What a word states that is given these, in the order of the declaration. Raises Unsure, or Refused, where only pydantic
        can tell.

        What is not stated is read from the class: words have dozens of attributes each, and designs many thousands of words.
        """
        if given:
            named = {**self._by_name(given, named), **named}
        held = {name: self._reader(name)(value) for name, value in named.items()}
        if any(name not in held for name in self.needed):
            raise Refused
        for name, factory in self.factories:
            if name not in held:
                held[name] = factory()
        ordered = sorted(held, key=self.places.__getitem__)
        return {name: held[name] for name in ordered if held[name] is not self.attributes[name].default}

    def _by_name(self, given: Sequence[object], named: Mapping[str, object]) -> dict[str, object]:
        found = dict(zip(self.positional, given, strict=False))
        if len(found) < len(given) or not named.keys().isdisjoint(found):
            raise Refused
        return found

    def _reader(self, name: str) -> Reader:
        found = self._readers.get(name)
        if found is None:
            if name not in self.attributes:
                raise Refused
            found = self._readers[name] = _reader_of(self.attributes[name])
        return found


def declaration(cls: type) -> Declaration:
    """What a class of words, or another dataclass, declares, what it builds on included."""
    found: Declaration | None = getattr(cls, "_declaration", None)
    return found or _of_dataclass(cls)


def declare(cls: type) -> bool:
    """Note what the class declares; whether it says nothing that only pydantic, or a dataclass, knows."""
    bases = [declaration(base) for base in cls.__mro__[-1:0:-1] if "_declaration" in vars(base)]
    own = [_declared(cls, name, hint) for name, hint in cls.__annotations__.items() if not _of_class(hint)]
    known = [one for one in own if one is not None]
    if len(known) < len(own) or any(map(_is_pydantic, vars(cls).values())) or not OWN_WAYS.isdisjoint(vars(cls)):
        return False
    attributes = {name: one for base in bases for name, one in base.attributes.items()}
    made = Declaration(attributes | {one.name: one for one in known}, _fields(cls))
    if not all(base.readable for base in bases) or not _in_order(made):
        return False
    for one in known:
        _leave_default(cls, one)
    cls._declaration = made  # type: ignore[attr-defined]
    return True


def take_on(cls: type[W]) -> type[W]:
    """Note what a dataclass declares that was made as one."""
    cls._declaration = _of_dataclass(cls)  # type: ignore[attr-defined]
    return cls


def _of_dataclass(cls: type) -> Declaration:
    found = {}
    for field in dataclasses.fields(cls):
        factory = None if field.default_factory is MISSING else field.default_factory
        found[field.name] = Declared(field.name, cls, field.type, field.default, factory, not field.kw_only)
    return Declaration(found, {}, readable=False)


def _fields(cls: type) -> Mapping[str, "Field[Any]"]:
    return {name: value for name, value in vars(cls).items() if isinstance(value, Field)}


def _in_order(made: Declaration) -> bool:
    """Whether what is needed and given by place comes first."""
    needed = [made.attributes[name].needed for name in made.positional]
    return needed == sorted(needed, reverse=True)


def _of_class(hint: object) -> bool:
    return hint is ClassVar or typing.get_origin(hint) is ClassVar


def _is_pydantic(value: object) -> bool:
    return type(value).__module__.startswith("pydantic")


def _declared(cls: type, name: str, hint: object) -> Declared | None:
    """An attribute of the class; None where only pydantic, or a dataclass, knows what is meant."""
    default = getattr(cls, name, MISSING)
    if _is_special(hint) or _is_pydantic(default):
        return None
    if not isinstance(default, Field):
        return Declared(name, cls, hint, default, None, False) if type(default).__hash__ else None
    factory = None if default.default_factory is MISSING else default.default_factory
    return Declared(name, cls, hint, default.default, factory, default.kw_only is False) if default.init else None


def _is_special(hint: object) -> bool:
    if isinstance(hint, str):
        return any(word in hint for word in SPECIAL)
    return (hint if isinstance(hint, type) else type(hint)).__module__ == "dataclasses"


def _leave_default(cls: type, one: Declared) -> None:
    """What is not stated is read from the class, as with any dataclass."""
    if one.default is not MISSING:
        setattr(cls, one.name, one.default)
    elif one.name in vars(cls):
        delattr(cls, one.name)


def _reader_of(attribute: Declared) -> Reader:
    try:
        return reader(attribute.hint)
    except (NameError, TypeError) as problem:
        raise Unsure from problem
