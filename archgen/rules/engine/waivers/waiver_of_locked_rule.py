"""A waiver is of a rule that the configuration has locked, and so accepts nothing.

## Why it matters
A rule is locked where its findings are not for the author of a design to accept: an auditor, or the team that answers for all
systems, wants to see each of them. A waiver in a design would otherwise be the way around that. The finding stands, and whoever
wrote the waiver should know why.

## What to do
Mend what the rule finds and remove the waiver. If the finding has to be accepted, talk to those who locked the rule: the
configuration names it under `locked`.

## When it does not apply
Where the configuration locks nothing, or rules other than the one that is waived.
"""

from collections.abc import Sequence

from archgen import Client, Database, Design, Reads, Waiver
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity


def check(architecture: Architecture, estimate: Estimate) -> Sequence[Problem]:
    """The engine finds it, which alone knows what is locked."""
    return ()


def notes(*waivers: Waiver) -> Design:
    return Design("Notes", [Reads(Client("App"), Database("Notes store"))], waivers=waivers)


# The cases are judged with LT017 locked.
rule = Rule(
    "AG005",
    Severity.WARNING,
    check,
    flagged=[
        lambda: notes(Waiver("LT017", reason="jobs are rebuilt from the log")),
        lambda: notes(Waiver("Queue-Without-Dead-Letter", reason="jobs are rebuilt from the log", until="2020-01-31")),
    ],
    accepted=[
        lambda: notes(),
        lambda: notes(Waiver("LT049", reason="a rule that is not locked")),
        lambda: notes(Waiver("LT0170", reason="a rule that does not exist is another finding")),
    ],
    see=["waiver-matches-nothing", "waiver-past-its-date"],
)
