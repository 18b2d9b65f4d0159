"""Marks on types mean to pydantic what its own do."""

from typing import Annotated, Any

import pydantic
import pytest
from pydantic import TypeAdapter, ValidationError

from archgen.dsl.marks import AfterValidator, BeforeValidator, Limits, WrapValidator


def around(value: Any, handler: Any) -> object:
    return [handler(value)]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (AfterValidator(str), pydantic.AfterValidator(str)),
        (BeforeValidator(str), pydantic.BeforeValidator(str)),
        (WrapValidator(around), pydantic.WrapValidator(around)),
        (Limits(gt=0, lt=5), pydantic.Field(gt=0, lt=5)),
        (Limits(ge=1, le=4), pydantic.Field(ge=1, le=4)),
    ],
    ids=["after", "before", "wrap", "over and under", "from and to"],
)
def test_a_mark_is_read_as_that_of_pydantic(ours: object, theirs: object) -> None:
    for value in (0, 3, 5, "x", "xyz"):
        assert said(Annotated[int, ours], value) == said(Annotated[int, theirs], value)


def said(hint: Any, value: object) -> object:
    try:
        return TypeAdapter(hint).validate_python(value)
    except ValidationError as problem:
        return problem.errors(include_url=False)


def test_limits_hold_what_lies_within_them() -> None:
    assert [Limits(gt=1, le=3).hold(number) for number in (1, 2, 3, 4)] == [False, True, True, False]
    assert [Limits(ge=1, lt=3).hold(number) for number in (0, 1, 2, 3)] == [False, True, True, False]
