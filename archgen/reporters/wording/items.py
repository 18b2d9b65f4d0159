"""All that a run has to tell, one finding after another, each with what it is known by from run to run."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from archgen.plugin import Finding, Report, Waived
from archgen.reporters.wording.places import posix

DIGITS = 32


@dataclass(frozen=True)
class Item:
    """A finding and what became of it: it stands, is waived, or is kept by the baseline.

    `identity` is the same in the next run, be the lines others, and no other finding of this run has it.
    """

    report: Report
    finding: Finding
    identity: str
    waived: Waived | None = None
    baselined: bool = False


def items(reports: Sequence[Report]) -> Iterator[Item]:
    """Of every design what stands, then what is waived, then what the baseline keeps."""
    seen: Counter[str] = Counter()
    for report in reports:
        for finding in report.findings:
            yield Item(report, finding, _identity(report, finding, seen))
        for waived in report.waived:
            yield Item(report, waived.finding, _identity(report, waived.finding, seen), waived=waived)
        for finding in report.baselined:
            yield Item(report, finding, _identity(report, finding, seen), baselined=True)


def spoken_of(report: Report) -> Iterator[tuple[str, str]]:
    """The code and name of every rule that found something or crashed."""
    findings = (*report.findings, *(one.finding for one in report.waived), *report.baselined)
    yield from ((one.code, one.name) for one in findings)
    yield from ((one.code, one.name) for one in report.crashes)


def identity(known: Sequence[str], seen: Counter[str]) -> str:
    """A few letters for what is known of a thing; where that was seen before, for that and how often."""
    said = json.dumps(known)
    seen[said] += 1
    return sha256(f"{said}{seen[said]}".encode()).hexdigest()[:DIGITS]


def _identity(report: Report, finding: Finding, seen: Counter[str]) -> str:
    """Of the rule, the design and the parts at fault; where a rule says more than one thing of these, of which it is."""
    return identity([finding.code, report.design, posix(report.path), *finding.subjects], seen)
