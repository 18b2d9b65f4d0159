"""Properties that are worked out once; as those of functools, but without a lock that nobody needs here."""

from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class once(Generic[T]):  # noqa: N801
    """What it decorates is called when it is first asked for, and kept by the object from then on."""

    def __init__(self, found: Callable[[Any], T]) -> None:
        self.found, self.name, self.__doc__ = found, found.__name__, found.__doc__

    @overload
    def __get__(self, owner: None, cls: type) -> "once[T]": ...
    @overload
    def __get__(self, owner: object, cls: type) -> T: ...
    def __get__(self, owner: object | None, cls: type) -> "once[T] | T":
        """Python asks here only as long as the object holds nothing of that name."""
        if owner is None:
            return self
        value = self.found(owner)
        vars(owner)[self.name] = value
        return value
