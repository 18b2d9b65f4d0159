from archgen import Calls, Client, Component, Design, Retry, Service, per_second
from tests.rules.checked import checked, finding


def chain(*retries: Retry | None) -> Design:
    ends: list[Component] = [Client("App"), *(Service(f"S{index}") for index in range(1, len(retries) + 1))]
    calls = [
        Calls(one, other, rate=per_second(40), retry=retry, idempotent=True)
        for one, other, retry in zip(ends, ends[1:], retries, strict=False)
    ]
    return Design("Chain", calls)


def test_attempts_multiply_and_so_does_the_load() -> None:
    found = finding(chain(Retry(3), None, Retry(3), Retry(2)), "AR030")
    assert found.message == ("3 layers try again: one request may become 3 × 3 × 2 = 18 to S4, and its 40 a second become 720")
    assert found.subjects == ("s3-calls-s4", "app-calls-s1", "s2-calls-s3")


def test_six_attempts_are_tolerable_and_seven_are_not_reached_by_one_layer() -> None:
    assert "AR030" not in [one.code for one in checked(chain(Retry(2), Retry(3)))]
    assert "AR030" not in [one.code for one in checked(chain(Retry(50)))]


def test_of_two_branches_the_worse_is_told_once_for_the_outermost_layer() -> None:
    app, api, one, two = Client("App"), Service("API"), Service("One"), Service("Two")
    calls = [
        Calls(app, api, retry=Retry(3), idempotent=True),
        Calls(api, one, retry=Retry(3), idempotent=True),
        Calls(api, two, retry=Retry(5), idempotent=True),
    ]
    assert "3 × 5 = 15 to Two" in finding(Design("Fork", calls), "AR030").message
