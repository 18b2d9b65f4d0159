from datetime import timedelta

import pytest

from archgen import Calls, Client, Design, Retry, Service, milliseconds, seconds
from archgen.dsl.readable import readable
from tests.rules.checked import checked, finding


def chain(outer: timedelta, retry: Retry) -> Design:
    api = Service("API")
    ask = Calls(api, Service("Prices"), timeout=milliseconds(500), retry=retry, idempotent=True)
    return Design("Prices", [Calls(Client("App"), api, timeout=outer), ask])


@pytest.mark.parametrize(
    ("retry", "spent"),
    [
        (Retry(3), 1_500),
        (Retry(3, initial=milliseconds(100)), 1_700),
        (Retry(4, backoff="linear", initial=milliseconds(100)), 2_600),
        (Retry(4, backoff="exponential", initial=milliseconds(100)), 2_700),
        (Retry(4, backoff="exponential", initial=milliseconds(100), multiplier=3), 3_300),
        (Retry(4, backoff="exponential", initial=milliseconds(100), max_interval=milliseconds(150)), 2_400),
        (Retry(9, deadline=milliseconds(1_200)), 1_200),
        (Retry("unlimited"), 500),
        (Retry(), 500),
    ],
)
def test_attempts_and_pauses_add_up_to_what_is_spent(retry: Retry, spent: int) -> None:
    assert "AR020" not in [one.code for one in checked(chain(milliseconds(spent), retry))]
    found = finding(chain(milliseconds(spent - 1), retry), "AR020")
    assert f"may wait {readable(milliseconds(spent))} for " in found.message


def test_more_attempts_than_anybody_counts_end_as_well() -> None:
    endless = Retry(10**12, backoff="exponential", initial=seconds(1))
    assert "may wait 365 d for" in finding(chain(seconds(1), endless), "AR020").message


def test_the_timeout_that_is_too_short_is_named() -> None:
    found = finding(chain(seconds(1), Retry(3)), "AR020")
    assert found.subjects == ("api-calls-prices", "app-calls-api")
    assert found.because == (
        "API calls Prices: timeout = 500 ms",
        "API calls Prices: retry (attempts 3)",
        "App calls API: timeout = 1 s",
    )
