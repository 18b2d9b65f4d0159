"""Words as dataclasses of pydantic, made of their classes when it is first asked for one.

Most words are read without it, which saves the most of what it takes to start.
"""

from collections.abc import Callable
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

from archgen.dsl.declared import declaration

if TYPE_CHECKING:
    from pydantic import ConfigDict, ValidationError

W = TypeVar("W")
Init = Callable[..., None]
# What is looked up on a class to learn whether, and how, it is a dataclass, and one of pydantic's.
LOOKED_UP = (
    "__dataclass_fields__",
    "__dataclass_params__",
    "__is_pydantic_dataclass__",
    "__pydantic_complete__",
    "__pydantic_config__",
    "__pydantic_core_schema__",
    "__pydantic_decorators__",
    "__pydantic_fields__",
    "__pydantic_fields_complete__",
    "__pydantic_serializer__",
    "__pydantic_validator__",
)
_turn = RLock()


class _Later:
    """Makes a dataclass of the class as soon as it is looked up as one."""

    def __init__(self, cls: type, name: str) -> None:
        self.cls, self.name = cls, name

    def __get__(self, made: object, owner: type) -> Any:
        _complete(self.cls)
        return getattr(owner, self.name)


def make_later(cls: type) -> None:
    """Have the class made a dataclass when it is asked for as one."""
    cls.__match_args__ = declaration(cls).positional  # type: ignore[misc, attr-defined]
    for name in LOOKED_UP:
        setattr(cls, name, _Later(cls, name))


def complete(cls: type) -> Init:
    """What makes a word by pydantic."""
    _complete(cls)
    init: Init = cls._by_pydantic  # type: ignore[attr-defined]
    return init


def refused() -> "type[ValidationError]":
    """What is raised where a word cannot be made of what it was given."""
    from pydantic import ValidationError

    return ValidationError


def made_dataclass(cls: type[W]) -> type[W]:
    """The class as a dataclass of pydantic."""
    from pydantic.dataclasses import dataclass

    made: type[W] = dataclass(frozen=True, eq=False, repr=False, kw_only=True, config=_config())(cls)  # type: ignore[assignment]
    return made


def _config() -> "ConfigDict":
    from pydantic import ConfigDict

    return ConfigDict(extra="forbid", arbitrary_types_allowed=True, strict=False, allow_inf_nan=False, defer_build=True)


def _complete(cls: type) -> None:
    """Those that it builds on first."""
    with _turn:
        for base in reversed(cls.__mro__):
            if isinstance(vars(base).get(LOOKED_UP[0]), _Later):
                _complete_one(base)


def _complete_one(cls: type) -> None:
    for name in LOOKED_UP:
        delattr(cls, name)
    for name, field in declaration(cls).fields.items():
        setattr(cls, name, field)
    made_dataclass(cls)
    cls._by_pydantic = vars(cls)["__init__"]  # type: ignore[attr-defined]
    for name in ("__init__", "__setattr__", "__delattr__"):
        delattr(cls, name)
