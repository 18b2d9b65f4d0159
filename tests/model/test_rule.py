from archgen import Calls, Client, Requirements, Retry, Service, seconds
from archgen.model.estimate import ONCE, Derivation, Quantity
from archgen.model.rule import Fact, Severity, derived, stated

api = Service("API", replicas=3)


def test_a_stated_attribute_is_a_fact_with_its_value() -> None:
    assert stated(api, "replicas") == Fact("API: replicas = 3", api, "replicas")


def test_a_policy_is_told_by_what_it_says_and_the_lack_of_one_as_none() -> None:
    call = Calls(Client("App"), Service("API"), retry=Retry(attempts=3), circuit_breaker=False, idempotent=False)
    told = [stated(call, attribute).text for attribute in ("retry", "circuit_breaker", "idempotent")]
    assert told == [
        "App calls API: retry (attempts 3)",
        "App calls API: circuit_breaker = none",
        "App calls API: idempotent = no",
    ]


def test_what_is_not_stated_is_a_fact_too() -> None:
    assert stated(api, "routing") == Fact("API: routing is not stated", api, "routing")


def test_a_requirement_is_called_that() -> None:
    needs = Requirements(latency_budget=seconds(5))
    assert stated(needs, "latency_budget").text == "requirements: latency_budget = 5 s"


def test_a_derived_number_is_a_fact_with_its_formula_and_what_was_assumed() -> None:
    sure = Quantity("requests", 40, "per second", Derivation("stated"))
    guess = Quantity("requests", 80, "per second", Derivation("40/s × 2", (sure,), ("twice a request",)))
    assert derived(api, sure).text == "API: requests = 40/s (stated)"
    assert derived(api, guess).text == "API: requests = 80/s (40/s × 2; assumed: twice a request)"


def test_what_follows_each_request_is_assumed_in_one_sentence() -> None:
    assumed = (f"A calls B{ONCE}", "one place", f"B calls C{ONCE}", f"C calls D{ONCE}")
    guess = Quantity("requests", 80, "per second", Derivation("40/s × 2", (), assumed))
    folded = f"A calls B, B calls C and C calls D, each{ONCE}; one place"
    assert derived(api, guess).text == f"API: requests = 80/s (40/s × 2; assumed: {folded})"


def test_an_error_is_worse_than_a_warning() -> None:
    assert sorted(Severity, key=lambda severity: severity.rank) == [Severity.ERROR, Severity.WARNING, Severity.INFO]
