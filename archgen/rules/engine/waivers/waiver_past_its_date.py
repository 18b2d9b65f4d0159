"""A waiver is past the last day on which it was to hold.

## Why it matters
Somebody accepted a weakness for a while, because it was to be mended by then. Without a day that counts, such a promise is kept
by nobody, and what was to last a quarter is still there years later. So the waiver waives nothing any more: the finding stands
again, and this one says why.

## What to do
Mend what the waiver was for, and remove it. If that takes longer, let its owner agree on another last day, with a reason that
still holds, and state that as `until`.

## When it does not apply
- Up to the end of the last day itself.
- Waivers that state no day: they hold until they are removed.
- The day is that of the machine, or the one that is given to `archgen lint` as today. Documents and sites are written without
  a clock, and take every waiver to hold.
"""

from collections.abc import Sequence

from archgen import Client, Database, Design, Reads, Waiver
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity


def check(architecture: Architecture, estimate: Estimate) -> Sequence[Problem]:
    """The engine finds it, which is told what day it is."""
    return ()


def notes(until: str | None, rule: str = "RT001") -> Design:
    store = Database("Notes store")
    waiver = Waiver(rule, reason="the store is replaced in spring", owner="Storage team", until=until)
    return Design("Notes", [Reads(Client("App"), store)], waivers=[waiver])


rule = Rule(
    "AG003",
    Severity.WARNING,
    check,
    flagged=[lambda: notes("2020-01-31"), lambda: notes("2020-01-31", "websocket-behind-layer-7")],
    accepted=[lambda: notes("9999-12-31"), lambda: notes(None), lambda: notes("2020-01-31", "RT999")],
    see=["waiver-matches-nothing", "waiver-of-locked-rule"],
)
