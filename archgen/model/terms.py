"""The terms that a design is judged on: how bad findings are, what is waived beside the design, what nothing can silence."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date

from archgen.errors import Position
from archgen.model.rule import Severity
from archgen.values import dataclass


@dataclass(frozen=True)
class ConfiguredWaiver:
    """A waiver that stands in the configuration, for designs that cannot be changed.

    `rule` is a code. `subject` is a pattern for the ids of parts, `path` one for the files of designs; empty for all of them.
    """

    rule: str
    subject: str
    path: str
    reason: str
    owner: str
    until: str
    place: Position


@dataclass(frozen=True)
class Terms:
    """How to judge one design. Severities, options and what is locked are by the codes of rules.

    `severities` stand in place of the rules' own. `locked` says where it is stated that no waiver silences the rule. Without
    `today` no waiver is past its date. Where `waive` is False, nothing is waived, and waivers are not judged.
    """

    severities: Mapping[str, Severity] = field(default_factory=dict)
    options: Mapping[str, object] = field(default_factory=dict)
    waivers: Sequence[ConfiguredWaiver] = ()
    locked: Mapping[str, Position] = field(default_factory=dict)
    today: date | None = None
    waive: bool = True


def past(until: str | None, today: date | None) -> bool:
    """Whether the last day is over. YYYY-MM-DD sorts as days do."""
    return bool(until) and today is not None and str(until) < today.isoformat()
