import pytest

from archgen import Calls, Client, Design, Requirements, Service, per_second
from tests.rules.checked import checked, finding


def search(replicas: int, *, growth: float | None = None) -> Design:
    """100 a second, 300 at the peak: 5 of 100 a second each at 60 %, and one more."""
    service = Service("Search", replicas=replicas, capacity=per_second(100))
    needs = Requirements(peak_factor=3, growth=growth)
    return Design("Search", [Calls(Client("App"), service, rate=per_second(100))], requirements=needs)


@pytest.mark.parametrize(("replicas", "growth", "flagged"), [(12, None, False), (13, None, True), (13, 2, False), (23, 2, True)])
def test_twice_what_is_enough_is_too_many(replicas: int, growth: float | None, flagged: bool) -> None:
    assert ("AR061" in [one.code for one in checked(search(replicas, growth=growth))]) is flagged


def test_what_is_enough_is_told() -> None:
    assert finding(search(40), "AR061").message == (
        "40 replicas of Search run, and 6 serve its load at 60 % of what each can, with one away"
    )
