"""Quantities as calls that give exactly their value."""

from datetime import timedelta

from archgen import Rate, Size
from archgen.exporters.python_form.expressions import Call, Expression, Name
from archgen.plugin import Ranged, python_quantity, ranged_call


def quantity(value: timedelta | float | Rate | Size) -> Expression:
    """A quantity with its unit, or a number."""
    if isinstance(value, Ranged):
        function, arguments = ranged_call(value)
        return Call(function, [(name, quantity(one)) for name, one in arguments])
    made = python_quantity(value)
    return Call(made.function, [(made.keyword, Name(made.number))]) if made.function else Name(made.number)
