"""The verdict on designs: each judged as its configuration says, with what an existing system may keep taken out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.configuring.command_line import CommandLine
from archgen.configuring.configuration import Configuration
from archgen.configuring.path_patterns import path_fits
from archgen.configuring.selectors import renaming
from archgen.configuring.settings import within
from archgen.configuring.unmatched import described, unmatched
from archgen.linting.configuration_faults import Judged, configuration_report
from archgen.model.catalogue import Shelf
from archgen.model.report import Report
from archgen.model.terms import ConfiguredWaiver
from archgen.pipeline.baselines import kept
from archgen.pipeline.reading import Read
from archgen.pipeline.rulings import Ruling, Step, grouped, rule_on
from archgen.pipeline.settling import Settling, known_rules
from archgen.pipeline.uncollected import uncollected

NOTHING, FOUND, COULD_NOT_RUN = 0, 1, 2


@dataclass(frozen=True)
class Verdict:
    """The reports of a run, the exit code that they come to, and what else should be known."""

    reports: Sequence[Report]
    code: int
    notes: Sequence[str] = ()


@uncollected()
def judge(designs: Sequence[Read], said: CommandLine, *, step: Step = lambda _: None) -> Verdict:
    """Lint designs. Raises ConfigurationError or UsageError where a configuration or a baseline cannot be used."""
    settling = Settling(said)
    rulings = list(rule_on(designs, settling, step))
    standing = [*kept(rulings, said), *_on_configurations(rulings, settling)]
    fails = any(ruling.fails() for ruling in standing)
    crashed = any(ruling.report.crashes for ruling in standing)
    code = COULD_NOT_RUN if crashed else FOUND if fails else NOTHING
    return Verdict([ruling.report for ruling in standing], code, list(dict.fromkeys(_notes(designs, rulings))))


def _on_configurations(rulings: Sequence[Ruling], settling: Settling) -> Iterator[Ruling]:
    """What is wrong with the configurations themselves; nothing of those that are in order."""
    for configuration, indices in grouped(rulings):
        if configuration.path:
            settings = settling.of(configuration.path)
            reports = [rulings[index].report for index in indices]
            waivers = [_judged(waiver, configuration, reports) for waiver in configuration.waivers]
            paths = unmatched(configuration, [report.path for report in reports])
            rules = Shelf("rule", tuple(settings.rules))
            report = configuration_report(configuration.path, waivers, paths, rules, settings.terms)
            if report.findings:
                yield Ruling(settings, report)


def _judged(waiver: ConfiguredWaiver, configuration: Configuration, reports: Sequence[Report]) -> Judged:
    """A waiver with the designs that it is for. With a path these are known: all files that the path describes."""
    here = {within(configuration, report.path): report for report in reports}
    if not waiver.path:
        return Judged(waiver, reports, None)
    own = {path: report for path, report in here.items() if path_fits(waiver.path, path)}
    return Judged(waiver, list(own.values()), described(configuration, waiver.path) <= own.keys() if own else False)


def _notes(designs: Sequence[Read], rulings: Sequence[Ruling]) -> Iterator[str]:
    """That rules are named by what they once were called: on the command line, in configurations and in designs."""
    for ruling in rulings:
        yield from ruling.settings.notes
    for design, ruling in zip(designs, rulings, strict=True):
        rules = known_rules(ruling.settings.configuration)
        for waiver in design.spec.design.waivers:
            note = renaming(waiver.rule, rules)
            if note:
                yield f"{design.spec.locate(waiver, 'rule') or design.name}: {note}"
