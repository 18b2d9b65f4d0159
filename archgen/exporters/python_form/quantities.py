"""Quantities as calls that give exactly their value."""

from datetime import timedelta

from archgen import Rate, Size
from archgen.exporters.python_form.expressions import Call, Expression, Name
from archgen.plugin import python_quantity


def quantity(value: timedelta | float | Rate | Size) -> Expression:
    """A quantity with its unit, or a number."""
    made = python_quantity(value)
    return Call(made.function, [(made.keyword, Name(made.number))]) if made.function else Name(made.number)
