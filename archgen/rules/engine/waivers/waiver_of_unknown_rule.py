"""A waiver names a rule that does not exist.

## Why it matters
A misspelt waiver accepts nothing. Its author believes that the matter is settled, the finding stands, and whoever reads the
design cannot tell which rule was meant.

## What to do
Name the rule by its code or by its name, in upper or lower case: `RT001` and `websocket-behind-layer-7` are the same. The
finding offers the nearest rules that exist.

## When it does not apply
When rules are left out of a run, their names are still known: a waiver of such a rule is not reported.
"""

from collections.abc import Sequence

from archgen import Cache, Client, Design, Reads, Waiver, minutes
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity


def check(architecture: Architecture, estimate: Estimate) -> Sequence[Problem]:
    """The engine finds it, which alone knows the names of all rules."""
    return ()


def notes(*rules: str, kept: bool = False) -> Design:
    waivers = [Waiver(rule, reason="entries are rebuilt every night") for rule in rules]
    cache = Cache("Notes cache", ttl=minutes(10) if kept else None)
    return Design("Notes", [Reads(Client("App"), cache)], waivers=waivers)


rule = Rule(
    "AG002",
    Severity.WARNING,
    check,
    flagged=[lambda: notes("CA912", kept=True), lambda: notes("mutable-entry-without-expire", kept=True)],
    accepted=[
        lambda: notes("CA012"),
        lambda: notes("ca012"),
        lambda: notes("Mutable-Entry-Without-Expiry"),
    ],
    see=["waiver-matches-nothing"],
)
