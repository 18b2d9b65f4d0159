"""The values of a rule's options, read as attributes of words are: `30s` is a duration, `200k` a count."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from archgen.dsl.later import refused
from archgen.dsl.word import Word
from archgen.errors import Fault, suggestion
from archgen.model.catalogue import Entry
from archgen.model.positioned import Node, Reading
from archgen.model.refusal import refusals
from archgen.model.rule import Rule
from archgen.model.rule_options import RuleOption, rule_options

if TYPE_CHECKING:
    from pydantic import ValidationError

SEVERITY = "severity"
ELSEWHERE = "how bad a rule's findings are stands in the table lint.severity, by its code"


def option_values(entry: Entry[Rule], node: Node, reading: Reading) -> object:
    """The rule's options with what a table says of them; None, and faults, where it says something wrong."""
    options = entry.value.options
    if options is None:
        meant = f"; {ELSEWHERE}" if isinstance(node.value, dict) and SEVERITY in node.value else ""
        reading.refuse(f"{entry.name} has no options; leave the table out{meant}", node.position)
        return None
    table = reading.mapping(node, f"what is configured of {entry.name}") or {}
    known = {option.name: option for option in rule_options(entry.value)}
    for name in table:
        if name not in known:
            near = f"; {ELSEWHERE}" if name == SEVERITY else suggestion(name, known)
            reading.refuse(f'{entry.name} has no option "{name}"{near}', node.keys[name])
    given = {option.attribute: table[name].plain() for name, option in known.items() if name in table}
    from pydantic import TypeAdapter

    try:
        return TypeAdapter(options).validate_python(given)
    except refused() as problem:
        reading.faults.extend(_faults(problem, options, node, known))
        return None


def _faults(problem: "ValidationError", options: type[Any], node: Node, known: Mapping[str, RuleOption]) -> Iterator[Fault]:
    """What is wrong with the values, by the names that they have in a configuration."""
    written = {option.attribute: (name, node.keys[name]) for name, option in known.items() if name in node.keys}
    named = {place: (name, attribute) for attribute, (name, place) in written.items()}
    for fault in refusals(problem, cast("type[Word]", options), lambda path: written[str(path[0])][1]):
        if fault.position:
            name, attribute = named[fault.position]
            yield Fault(name + fault.message.removeprefix(attribute), fault.position)
