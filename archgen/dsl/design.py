"""Designs: everything that an author says about one system."""

import dataclasses

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.decision import Decision
from archgen.dsl.notes import Notes
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.requirements import Requirements
from archgen.dsl.texts import Listed, Name, Reasons, Text
from archgen.dsl.view import View
from archgen.dsl.waiver import Waiver
from archgen.dsl.walkthrough import Walkthrough
from archgen.dsl.word import Word, word


@word
class Design(Word):
    """A system: its components and connections, what it must do, how it works and what was decided."""

    name: Name = dataclasses.field(kw_only=False)
    """What the system is called."""
    parts: Listed[Connection | Component | PatternInstance] = dataclasses.field(kw_only=False)
    """Connections, patterns put to use, and components that no connection reaches; the ends of connections need not be listed."""
    summary: Text | None = None
    """What it does, in a sentence."""
    pitch: Text | None = None
    """The design in thirty seconds."""
    problem: Text | None = None
    """What it solves, and what is hard about that."""
    notes: Notes | None = None
    """Prose in Markdown for its document: by the names of sections, each at the end of its section, or one before the summary."""
    requirements: Requirements = dataclasses.field(default_factory=Requirements)
    """What it must do and withstand."""
    data: Listed[Data] = ()
    """Kinds of data that no store holds and no connection carries; the others need not be listed."""
    walkthroughs: Listed[Walkthrough] = ()
    """What happens in it, step by step."""
    behaviours: Listed[Behaviour] = ()
    """State machines, workflows and migrations."""
    views: Listed[View] = ()
    """Parts of it that are shown by themselves, beside the figure of all components."""
    decisions: Listed[Decision] = ()
    """The decision trees that it follows, and where it goes another way."""
    left_out: Reasons = dataclasses.field(default_factory=dict)
    """What was left out on purpose, and why."""
    waivers: Listed[Waiver] = ()
    """The findings that are accepted, and why."""
