"""Whole numbers that may be written short, such as 200k."""

from typing import Annotated

from pydantic import BeforeValidator, PositiveInt

from archgen.dsl.quantities import parse_count

Count = Annotated[PositiveInt, BeforeValidator(parse_count)]
