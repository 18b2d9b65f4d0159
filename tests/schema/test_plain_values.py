"""A plain value is refused by its schema just where its reader refuses it."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from archgen.dsl.shape import SORTS
from archgen.schema.plain_values import any_case, plain_values

READERS: Mapping[str, TypeAdapter[object]] = {sort: TypeAdapter(known) for known, sort in SORTS}  # type: ignore[arg-type]
# A schema does no sums.
UNSEEN = ("over 18 digits", "over a million years", "less than 1000000000000000000")

digits = st.sampled_from(["0", "1", "5", "12", "007", "1_000", "1,5", "9_", ",", "99", "100"])
fractions = st.sampled_from(["", "", ".", ".0", ".5", ".001", ".00", ".1234567", "e3", "E-2", "_"])
units = st.sampled_from([*"kKMGTPiBsmhd%", "ms", "us", "min", "days", "/s", "/ min", "/h", "GiB", "KiB", "kB", "weeks", "x", "S"])
spaces = st.sampled_from(["", "", " ", "\n", "\t", "\u00a0"])
signs = st.sampled_from(["", "", "+", "-"])
quantities = st.tuples(
    spaces, signs, st.just("") | digits, fractions, spaces, st.just("") | units, st.just("") | units, spaces
).map("".join)
words = st.sampled_from(
    ["true", "True", "yes", "NO", "oN", "off", "t", "f", "y", "nan", "inf", ".nan", "unlimited", "y ", "on\n"]
)
texts = st.text(max_size=8) | st.text(st.sampled_from("ab-_. \n\t\x00\x1c\x85\u200b\ufffeé😀"), max_size=6)
long = st.integers(195, 205).map("a".__mul__) | st.integers(195, 205).map(lambda count: f" {'a  ' * (count // 2)}\n")
numbers = (
    st.integers(-2, 2) | st.integers() | st.floats(allow_nan=False, allow_infinity=False, allow_subnormal=False) | st.floats(0, 1)
)
values: st.SearchStrategy[object] = (
    quantities | words | texts | long | numbers | st.booleans() | st.none() | st.just([]) | st.just({})
)


def reads(sort: str, value: object) -> bool:
    """Whether the reader of the sort takes the value."""
    try:
        READERS[sort].validate_python(value)
    except ValidationError as problem:
        assume(not (isinstance(value, str) and any(unseen in str(problem) for unseen in UNSEEN)))
        return False
    return True


def fits(sort: str, value: object) -> bool:
    """Whether the schema of the sort takes the value."""
    return bool(Draft202012Validator({**plain_values()[sort]}).is_valid(value))


def cannot_tell(sort: str, value: object) -> bool:
    """Whether a schema takes the value for one that it looks like.

    5.0 is the number 5, what is hardly below zero is rounded up, letters of all languages are not listed, and a factor in
    quotes may have underscores, but not everywhere.
    """
    if isinstance(value, float):
        return (sort == "size" and value.is_integer()) or (sort == "duration" and -1e-6 < value < 0)
    return isinstance(value, str) and ((sort == "id" and not value.isascii()) or (sort == "factor" and "_" in value))


@pytest.mark.parametrize("sort", READERS)
@given(values)
def test_a_schema_takes_what_its_reader_takes_and_nothing_else(sort: str, value: object) -> None:
    assume(not cannot_tell(sort, value))
    assert fits(sort, value) == reads(sort, value)


@given(st.text(st.characters(categories=["L", "Nd"]) | st.sampled_from("_-."), min_size=1))
def test_an_id_may_have_letters_of_any_language(id: str) -> None:
    assert fits("id", id)
    assert reads("id", id)


@pytest.mark.parametrize("sort", plain_values())
def test_nothing_is_taken_where_a_value_may_be_left_open(sort: str) -> None:
    assert fits(sort, None) == sort.startswith("optional_")


def test_a_word_in_any_case_is_found() -> None:
    assert re.fullmatch(any_case(["n/a", "todo"]), "ToDo")
    assert re.fullmatch(any_case(["n/a", "todo"]), "N/a")
