"""Marks on types: what else is owed by a value of the type. They are pydantic's, which is imported once it reads them.

Importing it takes longer than most commands need for all else, and words that are made as they should be do without it.
"""

from collections.abc import Callable, Iterator
from typing import Any


class _Mark:
    """A function that looks at values."""

    def __init__(self, func: Callable[..., Any]) -> None:
        self.func = func

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> object:
        import pydantic

        return getattr(pydantic, type(self).__name__)(self.func).__get_pydantic_core_schema__(source, handler)


class AfterValidator(_Mark):
    """Given the value as it was read."""


class BeforeValidator(_Mark):
    """Given the value as it was written."""


class WrapValidator(_Mark):
    """Given the value as it was written, and what reads it."""


class Limits:
    """What a number lies within, in the form of annotated-types, whose marks it stands for."""

    __is_annotated_types_grouped_metadata__ = True

    def __init__(
        self, *, gt: float | None = None, ge: float | None = None, lt: float | None = None, le: float | None = None
    ) -> None:
        self.gt, self.ge, self.lt, self.le = gt, ge, lt, le

    def __iter__(self) -> Iterator[object]:
        import annotated_types

        for name, limit in vars(self).items():
            if limit is not None:
                yield getattr(annotated_types, name.capitalize())(limit)

    def hold(self, number: float) -> bool:
        """Whether the number is within them."""
        return (
            (self.gt is None or number > self.gt)
            and (self.ge is None or number >= self.ge)
            and (self.lt is None or number < self.lt)
            and (self.le is None or number <= self.le)
        )
