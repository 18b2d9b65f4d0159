from archgen.model.estimate import Derivation, Estimate, Quantity


def quantity(value: float, *inputs: Quantity, assumptions: tuple[str, ...] = (), partial: bool = False) -> Quantity:
    return Quantity("rate", value, "per second", Derivation("so and so", inputs, assumptions), partial)


def test_a_number_is_written_with_its_unit() -> None:
    assert str(quantity(4_000)) == "4,000/s"


def test_a_lower_bound_says_so() -> None:
    assert str(quantity(4_000, partial=True)) == "at least 4,000/s"


def test_assumptions_are_gathered_from_all_that_a_number_is_made_of() -> None:
    entry = quantity(1, assumptions=("one device", "one request"))
    whole = quantity(2, quantity(1, entry, assumptions=("one request", "one replica")), entry, assumptions=("the whole",))
    assert sorted(whole.assumptions) == ["one device", "one replica", "one request", "the whole"]


def test_a_long_derivation_is_followed_to_its_start() -> None:
    last = quantity(1, assumptions=("at the start",))
    for _ in range(5_000):
        last = quantity(1, last, last)
    assert last.assumptions == ("at the start",)


def test_what_was_not_derived_is_none() -> None:
    assert Estimate({("api", "rate"): quantity(1)}).of("api", "capacity") is None


def test_the_busiest_time_counts_where_it_is_known() -> None:
    usual, peak = (Quantity(name, value, "per second", Derivation("stated")) for name, value in (("rate", 1.0), ("peak", 5.0)))
    estimate = Estimate({("a", "rate"): usual, ("a", "peak_rate"): peak, ("b", "rate"): usual})
    assert [estimate.busiest(one, "rate") for one in ("a", "b", "c")] == [peak, usual, None]
