"""Waivers in a configuration, for designs that cannot be changed or are not to be."""

from archgen.configuring.selectors import one_rule
from archgen.configuring.tables import Tables, written
from archgen.dsl.texts import shown
from archgen.dsl.waiver import dated, weighed
from archgen.model.positioned import Node
from archgen.model.terms import ConfiguredWaiver

KEYS = ("rule", "subject", "path", "reason", "owner", "until")
NEEDED = {"rule": "the code or name of the rule", "reason": "why the finding may stand"}


def waiver(tables: Tables, node: Node, called: str) -> ConfiguredWaiver | None:
    """A waiver from its table; None, and faults, where it cannot be read."""
    faults = len(tables.reading.faults)
    entry = tables.table(node, called, KEYS)
    for key, meaning in NEEDED.items():
        if isinstance(node.value, dict) and key not in entry:
            tables.reading.refuse(f'{called} needs "{key}": {meaning}', node.position)
    rule = tables.text(entry.get("rule"), "rule", '"RT001"')
    known = rule and tables.checked(lambda: one_rule(rule, tables.rules), "rule: ", entry["rule"].position)
    subject = tables.text(entry.get("subject"), "subject", '"jobs"')
    path = tables.text(entry.get("path"), "path", '"legacy/**"')
    reason = _reason(tables, entry.get("reason"))
    owner = tables.text(entry.get("owner"), "owner", '"Payments team"')
    until = _until(tables, entry.get("until"))
    if len(tables.reading.faults) > faults or not known or reason is None:
        return None
    return ConfiguredWaiver(known.code, subject or "", path or "", reason, owner or "", until or "", node.position)


def _reason(tables: Tables, node: Node | None) -> str | None:
    """A reason that says something, be it on several lines."""
    if node is None or not isinstance(node.value, str):
        return tables.text(node, "reason", '"the vendor runs it"')
    text = node.value
    return tables.checked(lambda: weighed(shown(text)), f"reason = {written(node)}: ", node.position)


def _until(tables: Tables, node: Node | None) -> str | None:
    text = tables.text(node, "until", '"2027-01-31"')
    return tables.checked(lambda: dated(text), f'until = "{text}": ', node.position) if node and text else None
