"""A few rules to select from, and what is said of them."""

from collections.abc import Sequence

from archgen.configuring.command_line import CommandLine
from archgen.configuring.configuration import Configuration
from archgen.configuring.from_table import from_table
from archgen.configuring.settings import Settings, settings
from archgen.configuring.toml_text import parse
from archgen.model.catalogue import Entry, Shelf
from archgen.model.rule import Rule, Severity
from archgen.model.rule_path import RulePath

NOTHING_SAID = CommandLine()


def _rule(code: str, name: str, family: str, formerly: tuple[str, ...] = ()) -> Entry[Rule]:
    return Entry(name, family, name, "", Rule(code, Severity.WARNING, lambda a, e: (), [], [], formerly=formerly), code)


SHELF = Shelf(
    "rule",
    (
        _rule("CA002", "cache-at-small-scale", "caching"),
        _rule("CA012", "entry-without-expiry", "caching"),
        _rule("LT001", "job-longer-than-request", "long_running_tasks"),
        _rule("LT017", "queue-without-dead-letter", "long_running_tasks", ("LT999", "queue-without-dlq")),
        _rule("RT001", "websocket-behind-layer-7", "real_time_updates"),
        _rule("RT012", "push-where-polling-would-do", "real_time_updates"),
    ),
)
# Rules that a configuration could bring.
OWN = (
    _rule("OUR001", "double-charge", "billing"),
    _rule("OUR012", "cold-cache", "caching"),
    _rule("RTX001", "card-in-log", "billing"),
)
CODES = [entry.code for entry in SHELF]


def no_rules(named: Sequence[RulePath]) -> Sequence[Entry[Rule]]:
    """Of no file."""
    return ()


def configured(text: str, folder: str = "/srv") -> Configuration:
    """What an archgen.toml says."""
    return from_table(parse(text, "archgen.toml"), "", "archgen.toml", folder, SHELF)


def settled(text: str, said: CommandLine = NOTHING_SAID, path: str = "/srv/shop.yaml") -> Settings:
    """What applies to a design beside it."""
    return settings(configured(text), said, SHELF, path)


def running(text: str, said: CommandLine = NOTHING_SAID, path: str = "/srv/shop.yaml") -> list[str]:
    """The codes of the rules that run on that design."""
    return [entry.code for entry in settled(text, said, path).rules]
