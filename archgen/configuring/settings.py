"""What applies to one design: its configuration and the command line, brought together."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from archgen.configuring.command_line import CommandLine, layer
from archgen.configuring.configuration import Configuration, Said
from archgen.configuring.locks import ignoring, locked
from archgen.configuring.path_patterns import path_fits
from archgen.configuring.selection import Choice, Layer, chosen
from archgen.configuring.selectors import Selector, narrowest
from archgen.errors import ConfigurationError
from archgen.model.catalogue import Entry, Shelf
from archgen.model.rule import Rule, Severity
from archgen.model.terms import Terms

FAIL_ON = "error"


@dataclass(frozen=True)
class Settings:
    """How one design is judged: the rules that run, those left out, why, the terms, and what makes a run fail."""

    configuration: Configuration
    rules: Sequence[Entry[Rule]]
    left_out: Sequence[Entry[Rule]]
    choices: Mapping[str, Choice]
    terms: Terms
    fail_on: Said[str]
    notes: Sequence[str] = ()


def settings(configuration: Configuration, said: CommandLine, rules: Shelf[Rule], path: str) -> Settings:
    """What applies to the design of that path. Raises ConfigurationError where the command line ignores what is locked."""
    where = locked(configuration)
    upper = layer(said, rules)
    faults = list(ignoring(upper, where, rules))
    if faults:
        raise ConfigurationError(faults)
    here = within(configuration, path)
    choices = {**chosen((configuration.layer, upper), rules), **_of_path(configuration, here, rules)}
    choices |= {code: Choice(True, _lock(configuration, code)) for code in where if not choices[code].runs}
    running = [entry for entry in rules if choices[entry.code].runs]
    return Settings(
        configuration=configuration,
        rules=running,
        left_out=[entry for entry in rules if not choices[entry.code].runs],
        choices=choices,
        terms=Terms(
            severities=_severities(configuration, running),
            options=configuration.options,
            waivers=[one for one in configuration.waivers if not one.path or path_fits(one.path, here)],
            locked=where,
            today=said.today,
            waive=said.waive,
        ),
        fail_on=Said(said.fail_on, "--fail-on") if said.fail_on else configuration.fail_on or Said(FAIL_ON),
        notes=(*configuration.notes, *_notes(upper)),
    )


def within(configuration: Configuration, path: str) -> str:
    """The path of a design as patterns see it: from the configuration's folder, where it is below that."""
    whole = Path(os.path.abspath(path))  # noqa: PTH100 a link is not followed: its own place counts
    folder = Path(configuration.folder)
    return (whole.relative_to(folder) if whole.is_relative_to(folder) else whole).as_posix()


def _of_path(configuration: Configuration, here: str, rules: Shelf[Rule]) -> Mapping[str, Choice]:
    """What does not run on designs of this path."""
    selectors = [one for ignores in configuration.path_ignores if path_fits(ignores.path, here) for one in ignores.rules]
    found = {entry.code: narrowest(selectors, entry.code) for entry in rules}
    return {code: Choice(False, selector) for code, selector in found.items() if selector}


def _notes(upper: Layer) -> Iterator[str]:
    for selector in (*(upper.select or ()), *upper.extend, *upper.ignore):
        if selector.note:
            yield f"{selector.origin}: {selector.note}"


def _lock(configuration: Configuration, code: str) -> Selector | None:
    return narrowest(configuration.locked, code)


def _severities(configuration: Configuration, rules: Sequence[Entry[Rule]]) -> Mapping[str, Severity]:
    by_selector = {one.rules: one.severity for one in configuration.severities}
    found = {entry.code: narrowest(by_selector, entry.code) for entry in rules}
    stated = {code: by_selector[selector] for code, selector in found.items() if selector}
    return {code: severity for code, severity in stated.items() if severity}
