from archgen.estimating.rates import Inflow, plain, rate
from archgen.model.estimate import Derivation, Quantity

four, five = (Quantity("rate", value, "per second", Derivation("stated")) for value in (4, 5))
some = Quantity("rate", 6, "per second", Derivation("stated"), partial=True)


def test_a_sum_is_written_with_its_terms() -> None:
    assert (Inflow((four, five)).value, Inflow((four, five)).text, Inflow((four,)).text) == (9, "(4/s + 5/s)", "4/s")


def test_a_sum_that_is_the_whole_formula_has_no_brackets() -> None:
    assert (Inflow((four, five)).total, Inflow((four,)).total) == ("4/s + 5/s", "4/s")


def test_a_number_made_of_a_lower_bound_is_one() -> None:
    expected = Quantity("rate", 12, "per second", Derivation("6/s × 2", (some,), ("a guess",)), partial=True)
    assert rate(12, "6/s × 2", Inflow((some,)), ("a guess",)) == expected


def test_what_is_too_large_for_a_number_is_none() -> None:
    assert rate(float("inf"), "too much") is None


def test_a_formula_leaves_out_what_is_to_be_said_of_a_number() -> None:
    assert (str(some), plain(some)) == ("at least 6/s", "6/s")
