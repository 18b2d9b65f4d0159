"""Which call of a specification made a word, so that findings can point at it."""

import sys
from dataclasses import dataclass
from itertools import islice
from types import FrameType

# Frames of these packages stand between a specification and the word that it makes.
BETWEEN = ("archgen", "pydantic", "dataclasses", "copy")


@dataclass(frozen=True)
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
    return _span(frame) if frame else None


def _span(frame: FrameType) -> CallSite | None:
    """Since Python 3.11 code knows the columns of each of its instructions."""
    spans = frame.f_code.co_positions()
    line, end_line, column, end_column = next(islice(spans, frame.f_lasti // 2, None), (None,) * 4)
    if line is None or end_line is None or column is None or end_column is None:
        return None
    return CallSite(frame.f_code.co_filename, line, column, end_line, end_column)
