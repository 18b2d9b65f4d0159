"""A waiver accepts a finding that the design does not give rise to.

## Why it matters
A waiver that outlives its problem lies in wait: when the problem comes back, perhaps for another reason, it passes unseen. A
reader, too, takes it for a weakness that the system still has.

## What to do
Remove the waiver. If the finding exists but names another part, correct the waiver's `subject`; leave the subject out to waive
the rule for the whole design.

## When it does not apply
- Waivers are only judged against rules that ran and came to an end. If a rule was left out of the run or crashed, its waivers
  are taken to be needed.
- A waiver in the configuration is judged when all designs of its path were checked. One that names no path may be for a design
  that was not: then this is a thought, at info.
"""

from collections.abc import Sequence

from archgen import Client, Database, Design, Reads, Waiver
from archgen.plugin import Architecture, Estimate, Problem, Rule, Severity


def check(architecture: Architecture, estimate: Estimate) -> Sequence[Problem]:
    """The engine finds it once all other rules have run; nothing can be said before that."""
    return ()


def notes(*waivers: Waiver) -> Design:
    return Design("Notes", [Reads(Client("App"), Database("Notes store"))], waivers=waivers)


rule = Rule(
    "AG001",
    Severity.WARNING,
    check,
    flagged=[
        lambda: notes(Waiver("RT001", reason="the proxy is replaced in spring")),
        lambda: notes(Waiver("arrival-over-drain-rate", reason="jobs are rebuilt from the log")),
    ],
    accepted=[
        lambda: notes(),
        lambda: notes(Waiver("RT999", reason="a rule that does not exist is another finding")),
        lambda: notes(Waiver("waiver-matches-everything", reason="likewise by its name")),
    ],
    see=["waiver-of-unknown-rule", "waiver-past-its-date"],
)
