"""What is wrong with a configuration itself, as the designs that it applies to show."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archgen.errors import Position
from archgen.linting.baseline import ended
from archgen.linting.run import order
from archgen.model.catalogue import Entry, Shelf
from archgen.model.report import Finding, Report, rule_page
from archgen.model.rule import Rule, Severity
from archgen.model.terms import ConfiguredWaiver, Terms, past

# The rules by which the engine reports on configurations: their files hold the pages, the problems are found here.
MATCHES_NOTHING = "AG001"
PAST_ITS_DATE = "AG003"
UNMATCHED_PATH = "AG004"
NAME = "Configuration"


@dataclass(frozen=True)
class Judged:
    """A waiver, the reports of the designs that it is for, and whether these are all the designs that it can be for.

    None where that cannot be known, since the waiver names no path.
    """

    waiver: ConfiguredWaiver
    reports: Sequence[Report]
    complete: bool | None


def configuration_report(
    path: str, waivers: Sequence[Judged], unmatched: Mapping[str, Position], rules: Shelf[Rule], terms: Terms
) -> Report:
    """What is wrong with the configuration of that path, by those of the rules that run. No file has a path of `unmatched`."""
    found: list[Finding] = []
    running = {entry.code: entry for entry in rules}
    for code, make in _faults(waivers if terms.waive else (), unmatched, path, terms):
        if code in running:
            found.append(make(running[code], terms.severities.get(code, running[code].value.severity)))
    return Report(NAME, path, sorted(found, key=order), rules=list(rules))


Make = Callable[[Entry[Rule], Severity], Finding]


def _faults(waivers: Sequence[Judged], unmatched: Mapping[str, Position], path: str, terms: Terms) -> Iterator[tuple[str, Make]]:
    for judged in waivers:
        if past(judged.waiver.until, terms.today):
            yield PAST_ITS_DATE, _past(judged.waiver)
        elif _is_idle(judged):
            yield MATCHES_NOTHING, _idle(judged)
    for pattern, place in unmatched.items():
        message = f'no file has the path "{pattern}"'
        because = f"neither the designs that were checked nor the files below the folder of {path} do"
        yield UNMATCHED_PATH, _making(message, because, "correct the path, or remove what is configured for it", place)


def _is_idle(judged: Judged) -> bool:
    """Whether it accepts nothing, as far as that can be known: its rule has run on all designs that it is for."""
    waiver = judged.waiver
    if not judged.reports or judged.complete is False:
        return False
    if any(waiver.place in one.places for report in judged.reports for one in report.waived):
        return False
    return all(
        any(entry.code == waiver.rule and entry.name in ended(report) for entry in report.rules) for report in judged.reports
    )


def _idle(judged: Judged) -> Make:
    waiver, designs = judged.waiver, ", ".join(dict.fromkeys(report.design for report in judged.reports))
    fix = "remove the waiver, or correct its rule or subject"
    return _making(
        f"the waiver of {waiver.rule}{_on(waiver)} matches no finding",
        f"{waiver.rule} finds nothing{_on(waiver)} in {designs}",
        fix if judged.complete else f"{fix}; if it is for a design that was not checked, give the path of that",
        waiver.place,
        Severity.INFO if judged.complete is None else None,
    )


def _past(waiver: ConfiguredWaiver) -> Make:
    return _making(
        f"the waiver of {waiver.rule}{_on(waiver)} ended on {waiver.until}, and waives nothing since",
        f"its last day was {waiver.until}" + (f"; {waiver.owner} answers for it" if waiver.owner else ""),
        "mend what it was for and remove it, or agree on another last day and state that",
        waiver.place,
    )


def _making(message: str, because: str, fix: str, place: Position, mildest: Severity | None = None) -> Make:
    def make(entry: Entry[Rule], worst: Severity) -> Finding:
        severity = max(worst, mildest or worst, key=lambda one: one.rank)
        return Finding(
            entry.code, entry.name, severity, message, (because,), (), place, fix, rule_page(entry.name), places=(None,)
        )

    return make


def _on(waiver: ConfiguredWaiver) -> str:
    return f' on "{waiver.subject}"' if waiver.subject else ""
