"""The grammar: what an author can say."""

from archgen.dsl.appearance import Glyph, Tone
from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.decision import Decision
from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.design import Design
from archgen.dsl.group import Group
from archgen.dsl.pattern import Need, Pattern, TradeOff
from archgen.dsl.pattern_instance import PatternInstance
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
    months,
    per_day,
    per_hour,
    per_minute,
    per_second,
    seconds,
    terabytes,
    weeks,
)
from archgen.dsl.ranges import about, between
from archgen.dsl.requirements import Requirements
from archgen.dsl.view import View
from archgen.dsl.waiver import Waiver
from archgen.dsl.walkthrough import Alternative, Step, Walkthrough
from archgen.dsl.word import word

__all__ = [
    "Alternative",
    "Ask",
    "Behaviour",
    "Choose",
    "Component",
    "Connection",
    "Data",
    "Decision",
    "DecisionTree",
    "Design",
    "Glyph",
    "Group",
    "Need",
    "Pattern",
    "PatternInstance",
    "Rate",
    "Requirements",
    "Size",
    "Step",
    "Tone",
    "TradeOff",
    "View",
    "Waiver",
    "Walkthrough",
    "about",
    "between",
    "days",
    "gigabytes",
    "hours",
    "kilobytes",
    "megabytes",
    "milliseconds",
    "minutes",
    "months",
    "per_day",
    "per_hour",
    "per_minute",
    "per_second",
    "seconds",
    "terabytes",
    "weeks",
    "word",
]
