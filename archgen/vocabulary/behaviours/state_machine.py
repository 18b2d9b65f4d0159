"""The word `StateMachine`."""

import dataclasses

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.data import Data
from archgen.dsl.texts import Listed
from archgen.dsl.word import word
from archgen.vocabulary.behaviours.state import State
from archgen.vocabulary.behaviours.transition import Transition


@word
class StateMachine(Behaviour):
    """The states that a thing goes through, and what takes it from one to the next."""

    of: Data | None = None
    """What goes through them."""
    states: Listed[State] = dataclasses.field(kw_only=False)
    """The states, the first being where it starts."""
    transitions: Listed[Transition] = dataclasses.field(kw_only=False)
    """What leads from one to another."""
    swept_by: Component | None = None
    """What finds those that stay too long in a state."""
