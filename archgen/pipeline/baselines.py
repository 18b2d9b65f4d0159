"""Baselines: where they are, what they keep of a run, and how they are written, brought up to date and cut back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from archgen.configuring.command_line import CommandLine
from archgen.configuring.configuration import Configuration
from archgen.configuring.places import relative
from archgen.errors import CatalogueError, UsageError
from archgen.linting.baseline import Baseline, keep, taken, updated
from archgen.linting.baseline_text import read, written
from archgen.loading.text_file import read_text
from archgen.model.catalogue import Shelf
from archgen.model.rule import Rule
from archgen.pipeline.reading import Read
from archgen.pipeline.rulings import Ruling, grouped, locked, rule_on
from archgen.pipeline.settling import Settling, known_rules

NAME = "archgen-baseline.json"


@dataclass(frozen=True)
class Written:
    """A baseline as it is to be: its path and text, how many findings it keeps, and how many it kept before.

    `open` are findings of locked rules, which no baseline keeps, and `absent` entries of designs that were not given.
    """

    path: str
    text: str
    kept: int
    before: int
    open: int = 0
    absent: int = 0


def baseline_file(configuration: Configuration, said: CommandLine) -> tuple[str, bool]:
    """Where the baseline is, and whether somebody says so: then it has to be there. By default it is beside the configuration."""
    if said.baseline:
        return said.baseline, True
    stated = configuration.baseline if not said.isolated else None
    path = Path(configuration.folder) / (stated.value if stated else NAME)
    return relative(path), stated is not None


def kept(rulings: Sequence[Ruling], said: CommandLine) -> list[Ruling]:
    """The rulings, with what their baselines keep apart. Raises ConfigurationError for a baseline that cannot be read."""
    found = list(rulings)
    for configuration, indices in grouped(rulings):
        path = baseline_in_use(configuration, said)
        if path:
            group = [rulings[index] for index in indices]
            rules = _rules(group)
            reports = keep([ruling.report for ruling in group], _read(path, rules), locked(group), _names(rules))
            for index, report in zip(indices, reports, strict=True):
                found[index] = replace(rulings[index], report=report)
    return found


def created(designs: Sequence[Read], said: CommandLine) -> list[Written]:
    """Baselines of all that there is now. Raises UsageError where there is one already."""
    found: dict[str, Baseline] = {}
    open: dict[str, int] = {}
    for path, group in _by_file(designs, said).items():
        if Path(path).is_dir():
            raise UsageError(f"{path} is a folder; give a file, such as {path}/archgen-baseline.json")
        if Path(path).exists():
            raise UsageError(
                f"{path} is there already; `archgen baseline update` brings it up to date, with --grow what is new too"
            )
        codes, reports = locked(group), [ruling.report for ruling in group]
        found[path] = taken(reports, codes)
        open[path] = sum(one.code in codes for report in reports for one in report.findings)
    return [Written(path, written(one), _size(one), 0, open[path]) for path, one in found.items()]


def brought_up_to_date(
    designs: Sequence[Read], said: CommandLine, *, grow: bool = False, drop_absent: bool = False
) -> list[Written]:
    """Baselines without what is no longer needed, and with what is new only if they may grow.

    Entries of designs that are not given stay, unless they are to be dropped. Raises UsageError where there is no baseline.
    """
    found = []
    for path, group in _by_file(designs, said).items():
        rules = _rules(group)
        before, reports = _read(path, rules), [ruling.report for ruling in group]
        given = {report.design for report in reports}
        absent = {key: count for key, count in before.items() if key.design not in given}
        now = updated(before, reports, locked(group), _names(rules), grow=grow)
        if drop_absent:
            now = {key: count for key, count in now.items() if key not in absent}
        left = 0 if drop_absent else _size(absent)
        found.append(Written(path, written(now), _size(now), _size(before), absent=left))
    return found


def _by_file(designs: Sequence[Read], said: CommandLine) -> Mapping[str, list[Ruling]]:
    """The rulings by the file of their baseline. A rule that crashed leaves open what there is: CatalogueError."""
    rulings = list(rule_on(designs, Settling(said)))
    for crash in (crash for ruling in rulings for crash in ruling.report.crashes):
        raise CatalogueError(f"{crash.code} {crash.name} crashed: {crash.error}; the baseline is left as it is")
    files: dict[str, list[Ruling]] = {}
    for ruling in rulings:
        files.setdefault(baseline_file(ruling.settings.configuration, said)[0], []).append(ruling)
    return files


def baseline_in_use(configuration: Configuration, said: CommandLine) -> str:
    """The baseline that findings are compared with; empty where there is none."""
    path, stated = baseline_file(configuration, said)
    if not said.use_baseline or (not stated and said.isolated):
        return ""
    if stated and not Path(path).exists():
        raise UsageError(f"{_origin(configuration, said)}: there is no baseline {path}; `archgen baseline create` writes it")
    return path if Path(path).exists() else ""


def _origin(configuration: Configuration, said: CommandLine) -> str:
    return configuration.baseline.origin if configuration.baseline and not said.baseline else "--baseline"


def _read(path: str, rules: Shelf[Rule]) -> Baseline:
    if not Path(path).exists():
        raise UsageError(f"there is no baseline {path}; `archgen baseline create` writes it")
    return read(read_text(path), path, rules)


def _rules(rulings: Iterable[Ruling]) -> Shelf[Rule]:
    """All that the designs could have been judged by."""
    return known_rules(*(ruling.settings.configuration for ruling in rulings))


def _names(rules: Shelf[Rule]) -> list[str]:
    return [entry.name for entry in rules]


def _size(baseline: Baseline) -> int:
    return sum(baseline.values())
