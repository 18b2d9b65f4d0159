"""Waivers: findings that are accepted, and why."""

import dataclasses

from pydantic import field_validator

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.texts import Name, Text
from archgen.dsl.word import Word, word

EMPTY_REASONS = ("", "todo", "tbd", "fixme", "later", "by design", "n/a", "wontfix", "ignore")


@word
class Waiver(Word):
    """A finding that is known and accepted."""

    rule: Name = dataclasses.field(kw_only=False)
    """The rule's code or name."""
    subject: Component | Connection | None = None
    """The component or connection that it is waived for, None for all."""
    reason: Text
    """Why the finding may stand; an empty one, "TODO" or "by design" is refused."""

    @field_validator("reason")
    @classmethod
    def _says_something(cls, reason: str) -> str:
        if reason.strip().strip(".!").lower() in EMPTY_REASONS:
            raise ValueError("a waiver needs a reason that a reviewer can weigh")
        return reason
