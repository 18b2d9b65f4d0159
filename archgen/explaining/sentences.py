"""What is told of a rule in a sentence, on the terminal as on the site."""

from collections.abc import Sequence

from archgen.model.explanation import Snippet
from archgen.model.report import Finding
from archgen.model.rule import Rule, Severity

ENGINE = "Nothing waives what the engine itself reports. A configuration can let it count for less, or leave it out."
MAY_ASK = "Where what it needs is not stated, it may ask for that in an info."
ONLY_ASKS = "All that it does is to ask: stating what it asks for is the answer."
WHOLE = "A waiver is for the whole design, as no part of it is at fault."
PART = "A waiver without `subject` is for the whole design."
DETAILS = """`owner` says who answers for it, and `until` up to which day it holds, such as
`2027-01-31`. What the configuration has `locked` nothing waives."""


def how_bad(rule: Rule, severities: Sequence[Severity]) -> str:
    """How bad its findings are, and that some are milder than the rule says."""
    milder = [severity.value for severity in severities if severity is not rule.severity]
    also = f"; some of its findings are of severity {' or '.join(milder)}" if milder else ""
    return f"{rule.severity.value} ({rule.severity.meaning}){also}"


def mending(findings: Sequence[Finding], *, asks: bool, only: bool = False) -> str:
    """What makes the change that the finding asks for, and that it may ask first or does `only` that; empty for neither."""
    edited = [finding for finding in findings if finding.edits]
    unsafe = " --unsafe-fixes" if edited and edited[0].unsafe else ""
    change = f"`archgen lint --fix{unsafe}` makes the change." if edited else ""
    question = (ONLY_ASKS if only else MAY_ASK) if asks else ""
    return " ".join(filter(None, (change, question)))


def waiving(waivers: Sequence[Snippet]) -> str:
    """What else can be said of waivers of the rule."""
    if not waivers:
        return ENGINE
    return f"{PART if 'subject' in waivers[0].text else WHOLE} {DETAILS}"
