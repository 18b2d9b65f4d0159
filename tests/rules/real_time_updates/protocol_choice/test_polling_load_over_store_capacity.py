from archgen import Calls, Client, Database, Design, Reads, Service, per_second, seconds
from tests.rules.checked import checked, finding


def scores(*, devices: int, others: float = 0, limit: float = 1_000, each: float | None = 1) -> Design:
    api, store = Service("API"), Database("Scores", max_read_rate=per_second(limit))
    poll = Calls(Client("App", devices=devices), api, protocol="poll", poll_interval=seconds(10))
    report = Reads(Service("Reports"), store, rate=per_second(others))
    return Design("Scores", [poll, Reads(api, store, per_request=each), report])


def test_the_load_is_derived_and_compared() -> None:
    found = finding(scores(devices=1_000_000, limit=20_000), "RT009")
    assert (found.severity.value, found.message) == (
        "error",
        "polling reads Scores 100,000 times a second, 5 times what they serve",
    )
    assert found.because == (
        "App calls API: rate = 100,000/s (1,000,000 devices / 10 s)",
        "Scores: reads = 100,000/s (100,000/s API reads Scores + 0/s Reports read Scores)",
        "Scores: max_read_rate = 20,000/s",
    )


def test_a_load_that_rests_on_an_assumption_is_a_warning_that_says_so() -> None:
    found = finding(scores(devices=1_000_000, limit=20_000, each=None), "RT009")
    assert (found.severity.value, found.message) == (
        "warning",
        "by what is assumed, polling reads Scores 100,000 times a second, 5 times what they serve",
    )
    assert "assumed: API reads Scores once a request, as per_request is not stated" in found.because[1]


def test_polls_that_tip_the_scales_are_to_blame() -> None:
    assert finding(scores(devices=2_000, others=900), "RT009").subjects == ("scores",)


def test_polls_are_not_to_blame_where_the_rest_alone_is_too_much() -> None:
    assert "RT009" not in [one.code for one in checked(scores(devices=2_000, others=5_000))]
