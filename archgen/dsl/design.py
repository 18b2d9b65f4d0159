"""Designs: everything that an author says about one system."""

import dataclasses

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.decision import Decision
from archgen.dsl.requirements import Requirements
from archgen.dsl.texts import Listed, Name, Reasons, Text
from archgen.dsl.waiver import Waiver
from archgen.dsl.walkthrough import Walkthrough
from archgen.dsl.word import Word, word


@word
class Design(Word):
    """A system: its components and connections, what it must do, how it works and what was decided.

    `parts` are connections, and such components as no connection reaches; the components of connections need not be listed.
    `pitch` is the design in thirty seconds, `problem` what it solves. `left_out` maps what was left out on purpose to why.
    """

    name: Name = dataclasses.field(kw_only=False)
    parts: Listed[Connection | Component] = dataclasses.field(kw_only=False)
    summary: Text | None = None
    pitch: Text | None = None
    problem: Text | None = None
    requirements: Requirements = dataclasses.field(default_factory=Requirements)
    walkthroughs: Listed[Walkthrough] = ()
    decisions: Listed[Decision] = ()
    left_out: Reasons = dataclasses.field(default_factory=dict)
    waivers: Listed[Waiver] = ()
