"""Figures: a title, panels, and what to take away."""

import dataclasses

from archgen.dsl.decision_tree import DecisionTree
from archgen.dsl.design import Design
from archgen.dsl.texts import Listed, Name, Text
from archgen.dsl.word import Word, word
from archgen.figures.panel import Panel
from archgen.vocabulary.behaviours.state_machine import StateMachine

# What a figure may hold: panels, and values of the language that are drawn as one.
Content = Panel | Design | StateMachine | DecisionTree


@word
class Figure(Word):
    """A figure: what it shows in panels, and the one thing to take away from it."""

    title: Name = dataclasses.field(kw_only=False)
    """What it shows, as a headline."""
    panels: Listed[Content] = dataclasses.field(kw_only=False)
    """What it is made of, from the top left on; archgen decides what stands beside what."""
    subtitle: Text = ""
    """What a reader has to know before looking, in a sentence."""
    takeaway: Text = ""
    """What to remember, in a sentence."""

    def __post_init__(self) -> None:
        Word.__post_init__(self)
        if not self.panels:
            raise ValueError("a figure needs at least one panel")
