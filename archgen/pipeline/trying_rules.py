"""Rules tried by their laws: those that a configuration brings, those that are named, and those that archgen ships."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from archgen.configuring.command_line import CommandLine
from archgen.dsl.pattern import Pattern
from archgen.errors import ConfigurationError, UsageError
from archgen.loading import library
from archgen.loading.own_rules import own_rules
from archgen.model.catalogue import Entry, Shelf
from archgen.model.rule import Rule
from archgen.model.rule_path import RulePath
from archgen.pipeline.house_laws import HOUSE_LAWS
from archgen.pipeline.own_entries import known_patterns, own_entries
from archgen.pipeline.rule_laws import LAWS, Broken, broken
from archgen.pipeline.rule_trial import Bench, Trial
from archgen.pipeline.settling import Settling

HERE = "-"
Step = Callable[[str], None]


@dataclass(frozen=True)
class Tried:
    """A rule that was tried on so many cases, and how it does not keep the laws; nothing where it does."""

    entry: Entry[Rule]
    cases: int
    broken: Sequence[Broken]


def try_rules(paths: Iterable[str], said: CommandLine, *, built_in: bool = False, step: Step = lambda _: None) -> list[Tried]:
    """Try the rules of these files and folders; where none is named, those of the configuration; and archgen's own if asked for.

    Raises ConfigurationError for what is no rule, UsageError where there is none to try.
    """
    named = [RulePath(path, path) for path in paths]
    own = own_rules(named, library.rules()) if named else _configured(said) if not built_in or said.config else []
    entries = [*(library.rules() if built_in else ()), *own]
    if not entries:
        raise UsageError("no configuration brings rules here; name a FILE or a FOLDER, or try those of archgen with --built-in")
    beside = [*_beside(said), *own] if named else own
    bench = Bench(library.rules().joined(beside), partial(_patterns, said, perhaps=bool(named) or built_in))
    return list(_tried(entries, bench, step))


def _tried(entries: Iterable[Entry[Rule]], bench: Bench, step: Step) -> Iterator[Tried]:
    for entry in entries:
        step(f"trying {entry.code} {entry.name}")
        trial = Trial(entry, bench)
        yield Tried(entry, len(trial.cases), list(broken(trial, LAWS if entry.path else HOUSE_LAWS)))


def _configured(said: CommandLine) -> Sequence[Entry[Rule]]:
    return Settling(said).configuration(HERE).own


def _beside(said: CommandLine) -> Sequence[Entry[Rule]]:
    """Those that the named ones may point to; a configuration that is broken, perhaps by one of these, brings none."""
    try:
        return _configured(said)
    except ConfigurationError:
        return ()


def _patterns(said: CommandLine, *, perhaps: bool) -> Shelf[Pattern]:
    """Those of archgen, and of the team. Where rules only perhaps point to these, a broken configuration brings none."""
    try:
        return known_patterns(own_entries(Path(), config=said.config))
    except ConfigurationError:
        if not perhaps:
            raise
        return known_patterns(None)
