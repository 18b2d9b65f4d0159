"""Settings as they are shown: every value, and where it comes from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archgen.configuring.command_line import CommandLine, layer
from archgen.configuring.configuration import DEFAULT, Configuration
from archgen.configuring.selection import Choice
from archgen.configuring.selectors import Selector, narrowest
from archgen.configuring.settings import Settings
from archgen.configuring.tables import origin
from archgen.dsl.readable import readable
from archgen.model.catalogue import Entry, Shelf
from archgen.model.rule import Rule
from archgen.model.rule_options import rule_options
from archgen.model.terms import ConfiguredWaiver

NONE = "none"


@dataclass(frozen=True)
class Row:
    """One setting: what it is called, its value, and the option or place that gives it."""

    name: str
    value: str
    origin: str = DEFAULT


def rows(settings: Settings, said: CommandLine, rules: Shelf[Rule], baseline: Row) -> Iterator[Row]:
    """Every setting that applies to a design, then every rule with how bad its findings are, or that it is off."""
    configuration = settings.configuration
    yield Row("configuration", configuration.path or NONE, _chosen_by(said))
    yield from (Row("rules", named.written, origin(named.place)) for named in configuration.rule_paths if named.place)
    yield from _selection(configuration, said, rules)
    for one in configuration.severities:
        yield Row(f"severity.{one.rules}", one.severity.value if one.severity else "off", one.rules.origin)
    for ignores in configuration.path_ignores:
        yield Row(f'per-path-ignores "{ignores.path}"', _listed(ignores.rules), origin(ignores.place))
    yield Row("fail-on", settings.fail_on.value, settings.fail_on.origin)
    yield _of_selectors("locked", configuration.locked)
    yield baseline
    yield Row("waivers", "heeded" if said.waive else "not heeded", DEFAULT if said.waive else "--no-waivers")
    yield Row("today", said.today.isoformat() if said.today else NONE, "--today" if said.today_is_given else "the system's clock")
    yield from (Row(f"waiver of {waiver.rule}", _waiver(waiver), origin(waiver.place)) for waiver in configuration.waivers)
    for entry in rules:
        yield from _options(entry, configuration)
    for entry in rules:
        yield _rule(entry, settings)


def _chosen_by(said: CommandLine) -> str:
    return "--isolated" if said.isolated else "--config" if said.config else "the nearest"


def _selection(configuration: Configuration, said: CommandLine, rules: Shelf[Rule]) -> Iterator[Row]:
    """A selection on the command line stands in place of all that the file selects and ignores."""
    lower, upper = configuration.layer, layer(said, rules)
    if upper.select is not None:
        yield _of_selectors("select", upper.select)
        yield _of_selectors("extend-select", upper.extend)
        yield _of_selectors("ignore", upper.ignore)
        return
    yield Row("select", "all") if lower.select is None else _of_selectors("select", lower.select)
    yield _of_selectors("extend-select", (*lower.extend, *upper.extend))
    off = {one.rules.place for one in configuration.severities}
    yield _of_selectors("ignore", [*(one for one in lower.ignore if one.place not in off), *upper.ignore])


def _of_selectors(name: str, selectors: Sequence[Selector]) -> Row:
    origins = ", ".join(dict.fromkeys(one.origin for one in selectors))
    return Row(name, _listed(selectors), origins or DEFAULT)


def _listed(selectors: Sequence[Selector]) -> str:
    return ", ".join(dict.fromkeys(one.text for one in selectors)) or NONE


def _waiver(waiver: ConfiguredWaiver) -> str:
    details = {"on": waiver.subject, "of": waiver.path, "until": waiver.until, "by": waiver.owner}
    said = [f"{name} {value}" for name, value in details.items() if value]
    return f"{' '.join(said)}: {waiver.reason}" if said else waiver.reason


def _options(entry: Entry[Rule], configuration: Configuration) -> Iterator[Row]:
    values = configuration.options.get(entry.code)
    for option in rule_options(entry.value):
        place = configuration.stated.get((entry.code, option.attribute))
        value = option.default if values is None else getattr(values, option.attribute)
        yield Row(f"rules.{entry.name}.{option.name}", readable(value), origin(place) if place else DEFAULT)


def _rule(entry: Entry[Rule], settings: Settings) -> Row:
    choice, name = settings.choices[entry.code], f"{entry.code} {entry.name}"
    severity = settings.terms.severities.get(entry.code)
    if not choice.runs:
        return Row(name, "off", _because(choice))
    if severity is None:
        return Row(name, entry.value.severity.value, DEFAULT if choice.because is None else _because(choice))
    selector = narrowest([one.rules for one in settings.configuration.severities], entry.code)
    return Row(name, severity.value, selector.origin if selector else DEFAULT)


def _because(choice: Choice) -> str:
    return f"{choice.because.origin} ({choice.because})" if choice.because else DEFAULT
