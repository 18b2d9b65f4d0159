"""The options of rules: what may be configured of a rule, what it means and what it is by default."""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from archgen.dsl.attribute_docs import attribute_docs
from archgen.dsl.shape import Attribute, Form, shape
from archgen.model.rule import Rule


@dataclasses.dataclass(frozen=True)
class RuleOption:
    """An option: its name in a configuration, the attribute that holds it, what it means, what it may hold, and its default."""

    name: str
    attribute: str
    meaning: str
    forms: tuple[Form, ...]
    default: object


def rule_options(rule: Rule) -> Sequence[RuleOption]:
    """Everything that may be configured of a rule; nothing for a rule without options."""
    if rule.options is None:
        return ()
    return [_option(rule.options, field) for field in dataclasses.fields(rule.options)]


def _option(options: type[Any], field: dataclasses.Field[Any]) -> RuleOption:
    docs = attribute_docs(options)  # type: ignore[arg-type]  # any class can be hashed
    meaning = " ".join(docs.get(field.name, "").split())
    read = cast("Callable[[type[Any]], Mapping[str, Attribute]]", shape)  # it reads any class whose attributes are those of words
    return RuleOption(
        field.name.replace("_", "-"), field.name, meaning, read(options)[field.name].forms, getattr(options(), field.name)
    )
