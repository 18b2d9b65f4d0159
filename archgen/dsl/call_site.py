"""Which call of a specification made a word, so that findings can point at it."""

import sys
from array import array
from functools import lru_cache
from types import CodeType, FrameType

from archgen.values import dataclass

# Frames of these packages stand between a specification and the word that it makes.
BETWEEN = ("archgen", "pydantic", "dataclasses", "copy")
UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class CallSite:
    """The span of a call. Lines count from 1, columns from 0 in bytes of UTF-8, as in Python's syntax trees."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int


def call_site() -> CallSite | None:
    """The innermost call on the stack that stands outside archgen itself; None when its place is not known."""
    frame: FrameType | None = sys._getframe(1)
    while frame and str(frame.f_globals.get("__name__", "")).partition(".")[0] in BETWEEN:
        frame = frame.f_back
    return _span(_Same(frame.f_code), frame.f_lasti) if frame else None


class _Same:
    """Code that is the same only if it is the same object: comparing two of them otherwise takes as long as they are."""

    def __init__(self, code: CodeType) -> None:
        self.code = code

    def __hash__(self) -> int:
        return id(self.code)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.code is other.code


@lru_cache(maxsize=512)
def _span(of: _Same, instruction: int) -> CallSite | None:
    """Since Python 3.11 code knows the columns of each of its instructions. What a loop makes shares one."""
    first = instruction // 2 * 4
    line, end_line, column, end_column = _spans(of)[first : first + 4] or (UNKNOWN,) * 4
    if UNKNOWN in (line, end_line, column, end_column):
        return None
    return CallSite(of.code.co_filename, line, column, end_line, end_column)


@lru_cache(maxsize=32)
def _spans(of: _Same) -> "array[int]":
    """Four numbers for each instruction. They can only be read from the first on, and a long specification makes many words."""
    return array("i", (UNKNOWN if one is None else one for span in of.code.co_positions() for one in span))
