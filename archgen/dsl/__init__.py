"""The grammar: what an author can say."""

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.decision import Decision
from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.pattern import Pattern, TradeOff
from archgen.dsl.quantities import (
    Rate,
    Size,
    days,
    gigabytes,
    hours,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_minute,
    per_second,
    seconds,
)
from archgen.dsl.requirements import Requirements
from archgen.dsl.waiver import Waiver
from archgen.dsl.walkthrough import Step, Walkthrough
from archgen.dsl.word import word

__all__ = [
    "Ask",
    "Choose",
    "Component",
    "Connection",
    "Decision",
    "DecisionTree",
    "Design",
    "Glyph",
    "Group",
    "Pattern",
    "Rate",
    "Requirements",
    "Size",
    "Step",
    "Tone",
    "TradeOff",
    "Waiver",
    "Walkthrough",
    "days",
    "gigabytes",
    "hours",
    "kilobytes",
    "megabytes",
    "milliseconds",
    "minutes",
    "per_minute",
    "per_second",
    "seconds",
    "word",
]
