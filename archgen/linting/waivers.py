"""Waivers: findings that a design accepts, and waivers that accept nothing."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from archgen.dsl.readable import readable
from archgen.dsl.waiver import Waiver
from archgen.errors import suggestion
from archgen.model.architecture import Architecture
from archgen.model.report import Finding, Waived
from archgen.model.rule import Fact, Problem

# The rules by which the engine reports on waivers: their files hold the pages, the problems are found here.
MATCHES_NOTHING = "AG001"
UNKNOWN_RULE = "AG002"


@dataclass(frozen=True)
class Sorted:
    """Findings apart: those that stand and those that are waived, and the waivers that no finding needed."""

    findings: Sequence[Finding]
    waived: Sequence[Waived]
    unused: Sequence[Waiver]


def apply(architecture: Architecture, findings: Sequence[Finding]) -> Sorted:
    """Take out what the design waives. The first waiver that fits gives the reason."""
    waivers = architecture.design.waivers
    fitting = {finding: [one for one in waivers if _fits(architecture, one, finding)] for finding in findings}
    used = {waiver for fits in fitting.values() for waiver in fits}
    return Sorted(
        [finding for finding, fits in fitting.items() if not fits],
        [Waived(finding, fits[0].reason) for finding, fits in fitting.items() if fits],
        [waiver for waiver in waivers if waiver not in used],
    )


def matching_nothing(unused: Sequence[Waiver], run: Collection[str]) -> Iterator[Problem]:
    """Unused waivers of rules that came to an end; of others it is not known whether they are needed."""
    judged = {_key(name) for name in run}
    for waiver in unused:
        if _key(waiver.rule) in judged:
            subject = f" on {readable(waiver.subject)}" if waiver.subject else ""
            yield Problem(
                waiver,
                f"the waiver of {waiver.rule}{subject} matches no finding",
                [Fact(f"{waiver.rule} finds nothing{subject} in this design", waiver, "rule")],
                "remove the waiver, or correct its rule or subject",
                also=[waiver.subject] if waiver.subject else (),
            )


def of_unknown_rules(architecture: Architecture, known: Collection[str]) -> Iterator[Problem]:
    """Waivers that name a rule which does not exist."""
    names = {_key(name) for name in known}
    for waiver in architecture.design.waivers:
        if _key(waiver.rule) not in names:
            yield Problem(
                waiver,
                f'the design waives a rule "{waiver.rule}", which does not exist{_nearest(waiver.rule, known)}',
                [Fact(f'no rule has the code or name "{waiver.rule}"', waiver, "rule")],
                "name the rule by its code or its name, as `archgen list rules` shows them",
                also=[waiver.subject] if waiver.subject else (),
            )


def _fits(architecture: Architecture, waiver: Waiver, finding: Finding) -> bool:
    named = _key(waiver.rule) in (_key(finding.code), _key(finding.name))
    return named and (waiver.subject is None or architecture.id(waiver.subject) in finding.subjects)


def _nearest(rule: str, known: Collection[str]) -> str:
    """Codes are in upper case and names in lower, whatever the waiver makes of it."""
    return suggestion(rule.lower() if "-" in rule else rule.upper(), known)


def _key(name: str) -> str:
    return name.strip().lower()
