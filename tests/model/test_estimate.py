from hypothesis import given
from hypothesis.strategies import lists, sampled_from

from archgen import Calls, Client, Design, Service, Step, Walkthrough, per_second
from archgen.dsl.word import Word
from archgen.estimating.run import estimate
from archgen.model.estimate import MOST_ASSUMED, Derivation, Estimate, Measure, Quantity
from archgen.model.link import link
from archgen.model.spec import Spec


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


def test_of_very_many_assumptions_those_nearest_to_the_number_are_told() -> None:
    far = quantity(1, assumptions=tuple(f"far {number}" for number in range(MOST_ASSUMED)))
    ways = [quantity(1, far, assumptions=(f"way {number}",)) for number in range(3)]
    whole = quantity(3, *ways, assumptions=("the whole",))
    near = ("the whole", "way 0", "way 1", "way 2")
    assert whole.assumptions[:4] == near
    assert whole.assumptions[4:] == (*(f"far {number}" for number in range(MOST_ASSUMED - 4)), "and more behind these")


@given(lists(lists(lists(sampled_from("abcdefghijkl"), max_size=3), max_size=3), max_size=3))
def test_of_few_assumptions_none_is_left_out(stated: list[list[list[str]]]) -> None:
    ways = [quantity(1, *(quantity(1, assumptions=tuple(each)) for each in way)) for way in stated]
    every = {text for way in stated for each in way for text in each}
    told = quantity(1, *ways).assumptions
    assert len(told) == len(set(told)) == min(len(every), MOST_ASSUMED + 1)
    assert set(told) - every == ({"and more behind these"} if len(every) > MOST_ASSUMED else set())


def test_what_was_not_derived_is_none() -> None:
    assert Estimate({("api", "rate"): quantity(1)}).of("api", "capacity") is None


def test_numbers_are_asked_for_by_part_walkthrough_or_id() -> None:
    app, api = Client("App"), Service("API", replicas=2, capacity=per_second(50), availability=0.999)
    call = Calls(app, api, rate=per_second(80))
    order = Walkthrough("Order", [Step(call)])
    found = estimate(link(Spec(Design("Shop", [call], walkthroughs=[order]))))
    asked: list[tuple[Word, str, Measure]] = [
        (api, "api", "utilisation"),
        (call, "app-calls-api", "rate"),
        (order, "walkthrough:order", "availability"),
    ]
    for subject, id, measure in asked:
        assert found.of(subject, measure) is found.of(id, measure) is found.quantities[id, measure]
    assert found.busiest(api, "requests") is found.of("api", "requests")
    assert found.of(Service("API"), "utilisation") is None


def test_the_busiest_time_counts_where_it_is_known() -> None:
    usual, peak = (Quantity(name, value, "per second", Derivation("stated")) for name, value in (("rate", 1.0), ("peak", 5.0)))
    estimate = Estimate({("a", "rate"): usual, ("a", "peak_rate"): peak, ("b", "rate"): usual})
    assert [estimate.busiest(one, "rate") for one in ("a", "b", "c")] == [peak, usual, None]
