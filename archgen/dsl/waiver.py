"""Waivers: findings that are accepted, and why."""

import dataclasses
import re
from datetime import date
from typing import Annotated

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.marks import AfterValidator
from archgen.dsl.texts import Name, Text
from archgen.dsl.word import Word, word

# What is written where a reason is asked for and none is at hand, in small letters and without the full stop behind it.
EMPTY_REASONS = (
    "", "-", "?", "todo", "to do", "tbd", "tba", "fixme", "fix later", "xxx", "later", "temp", "temporary", "for now",
    "by design", "as designed", "intended", "intentional", "on purpose", "expected", "known", "known issue",
    "n/a", "na", "none", "not applicable", "not relevant", "no reason", "because", "ok", "okay", "fine",
    "wontfix", "won't fix", "wont fix", "ignore", "ignored", "skip", "suppress", "waived", "accepted", "accepted risk",
    "false positive", "legacy",
)  # fmt: skip


def weighed(reason: str) -> str:
    """The reason as it is. Raises ValueError for one that says nothing.

    >>> weighed("the balancer is replaced in March")
    'the balancer is replaced in March'
    """
    if reason.strip().strip(".!").lower() in EMPTY_REASONS:
        raise ValueError("a waiver needs a reason that a reviewer can weigh")
    return reason


def dated(text: str) -> str:
    """The text as it is. Raises ValueError where it is no day as YYYY-MM-DD.

    >>> dated("2027-01-31")
    '2027-01-31'
    """
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError("a day reads YYYY-MM-DD, such as 2027-01-31")
    try:
        date.fromisoformat(text)
    except ValueError as problem:
        raise ValueError(f"there is no such day: {problem}") from problem
    return text


@word
class Waiver(Word):
    """A finding that is known and accepted."""

    rule: Name = dataclasses.field(kw_only=False)
    """The rule's code or name."""
    subject: Component | Connection | None = None
    """The component or connection that it is waived for, None for all."""
    reason: Annotated[Text, AfterValidator(weighed)]
    """Why the finding may stand; an empty one, "TODO" or "by design" is refused."""
    owner: Name | None = None
    """Who answers for that: a person or a team."""
    until: Annotated[Text, AfterValidator(dated)] | None = None
    """The last day on which it holds, as YYYY-MM-DD. After that the finding stands again, and the waiver is a finding itself."""
