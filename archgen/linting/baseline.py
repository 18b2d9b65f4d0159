"""The baseline: findings that a system had when the rules came to it, and may keep. It only shrinks.

An entry counts the findings of one rule on the same parts of one design. It knows no lines, so that it outlasts every edit that
changes nothing; and it knows how many, so that what comes on top of these is a finding.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from archgen.model.report import Finding, Report, Stale


@dataclass(frozen=True, order=True)
class Key:
    """What the findings of one entry have in common. Questions are counted apart: a bad answer to one is a finding."""

    design: str
    rule: str
    subjects: tuple[str, ...]
    asks: bool = False


# How many findings of each key may stay.
Baseline = Mapping[Key, int]


def taken(reports: Sequence[Report], locked: Collection[str] = ()) -> Baseline:
    """All that there is now, but for findings of locked rules, by their codes."""
    return Counter(_key(report, one) for report in reports for one in report.findings if one.code not in locked)


def keep(
    reports: Sequence[Report], baseline: Baseline, locked: Collection[str] = (), known: Collection[str] = ()
) -> list[Report]:
    """The reports, with what the baseline keeps apart, and with the entries that are no longer needed in full.

    Of findings of one key, the mildest are kept. `known` are the names of all rules.
    """
    used = _used(reports, baseline, locked)
    unneeded = Counter(dict(baseline))
    unneeded.subtract(used.values())
    told: set[str] = set()
    found = []
    for index, report in enumerate(reports):
        stale = () if report.design in told else tuple(_stale(reports, report.design, unneeded, known))
        told.add(report.design)
        kept = [one for place, one in enumerate(report.findings) if (index, place) in used]
        left = [one for place, one in enumerate(report.findings) if (index, place) not in used]
        found.append(replace(report, findings=left, baselined=kept, stale=stale, compared=True))
    return found


def updated(
    baseline: Baseline, reports: Sequence[Report], locked: Collection[str], known: Collection[str], *, grow: bool = False
) -> Baseline:
    """The baseline with what is no longer needed taken out, and what is new taken in only if it may grow.

    What is not known stays: entries of other designs, and of rules that did not run or crashed.
    """
    judged = {key: count for key, count in baseline.items() if _is_judged(key, reports, known)}
    needed = Counter(_used(reports, judged, locked).values())
    now = taken(reports, locked) if grow else needed
    return {**{key: count for key, count in baseline.items() if key not in judged}, **now}


def _used(reports: Sequence[Report], baseline: Baseline, locked: Collection[str]) -> Mapping[tuple[int, int], Key]:
    """Which finding is kept by which entry, findings by the number of their report and their own."""
    left = Counter(dict(baseline))
    used: dict[tuple[int, int], Key] = {}
    for any_answer in (False, True):
        for index, report in enumerate(reports):
            for place, one in reversed([*enumerate(report.findings)]):
                key = _key(report, one)
                if any_answer and one.asks:
                    key = replace(key, asks=False)
                if (index, place) not in used and one.code not in locked and left[key] > 0:
                    left[key] -= 1
                    used[index, place] = key
    return used


def _stale(reports: Sequence[Report], design: str, unneeded: Baseline, known: Collection[str]) -> Iterator[Stale]:
    for key, fixed in sorted(unneeded.items()):
        if key.design == design and fixed > 0 and _is_judged(key, reports, known):
            yield Stale(key.rule, key.subjects, fixed, key.asks)


def _is_judged(key: Key, reports: Sequence[Report], known: Collection[str]) -> bool:
    """Whether it is known how many findings of a key there are. Of a rule that no longer exists there are none."""
    of_design = [report for report in reports if report.design == key.design]
    return bool(of_design) and (key.rule not in known or all(key.rule in ended(report) for report in of_design))


def ended(report: Report) -> frozenset[str]:
    """The names of the rules that ran and came to an end."""
    return frozenset(entry.name for entry in report.rules) - {crash.name for crash in report.crashes}


def _key(report: Report, finding: Finding) -> Key:
    return Key(report.design, finding.name, tuple(sorted(finding.subjects)), finding.asks)
