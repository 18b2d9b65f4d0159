"""Numbers without a unit: whole ones that may be written short, such as 200k, factors and shares."""

from typing import Annotated

from pydantic import BeforeValidator, Field, NonNegativeInt, PositiveFloat, PositiveInt

from archgen.dsl.quantities import LIMIT, Rate, Size, parse_count, parse_share


def number(value: object) -> object:
    """The value as it is. Raises ValueError for what Python takes for a plain number and is none: yes, no, a rate, a size."""
    if isinstance(value, (bool, Rate, Size)):
        raise ValueError("it must be a number")
    return value


Count = Annotated[PositiveInt, Field(lt=LIMIT), BeforeValidator(parse_count)]
# Where none at all is an answer too.
Whole = Annotated[NonNegativeInt, Field(lt=LIMIT), BeforeValidator(parse_count)]
Factor = Annotated[PositiveFloat, Field(lt=LIMIT), BeforeValidator(number)]
Share = Annotated[float, Field(ge=0, le=1), BeforeValidator(parse_share)]
