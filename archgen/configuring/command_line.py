"""What the command line says of how designs are judged."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from archgen.configuring.selection import Layer
from archgen.configuring.selectors import Selector, selector
from archgen.errors import ConfigurationError, Fault
from archgen.model.catalogue import Shelf
from archgen.model.rule import Rule


@dataclass(frozen=True)
class CommandLine:
    """The options of a command, as they are given; `select` and its like may hold several names with commas between them.

    `today` is the day by which waivers end, and None where they do not; the system gives it where the command line does not.
    `config` and `baseline` name files. Where `execute` is False, no file that a configuration names is run.
    """

    select: Sequence[str] = ()
    extend_select: Sequence[str] = ()
    ignore: Sequence[str] = ()
    fail_on: str | None = None
    config: str | None = None
    isolated: bool = False
    waive: bool = True
    today: date | None = None
    today_is_given: bool = True
    baseline: str | None = None
    use_baseline: bool = True
    execute: bool = True


def layer(said: CommandLine, rules: Shelf[Rule]) -> Layer:
    """What it selects and ignores. Raises ConfigurationError for what is no rule."""
    faults: list[Fault] = []
    select = tuple(_selectors(said.select, "--select", rules, faults))
    extend = tuple(_selectors(said.extend_select, "--extend-select", rules, faults))
    ignore = tuple(_selectors(said.ignore, "--ignore", rules, faults))
    if faults:
        raise ConfigurationError(faults)
    return Layer(select if said.select else None, extend, ignore)


def _selectors(given: Sequence[str], option: str, rules: Shelf[Rule], faults: list[Fault]) -> Iterator[Selector]:
    names = [name.strip() for text in given for name in text.split(",")]
    if given and not any(names):
        faults.append(Fault(f'{option}: name a rule, a family or a prefix of codes, such as "RT001" or "caching"'))
    for name in filter(None, names):
        try:
            yield selector(name, rules, option)
        except ValueError as problem:
            faults.append(Fault(f"{option}: {problem}"))
