"""The numbers that a design does not state exactly."""

from archgen import (
    Calls,
    Client,
    Database,
    Design,
    Requirements,
    Retry,
    Service,
    Sharding,
    Step,
    Walkthrough,
    about,
    between,
    seconds,
)
from archgen.estimating.margins.opened import opened
from archgen.model.link import link

APP, API = Client("App", devices=about(100)), Service("API")
CALLS = Calls(APP, API, timeout=between(seconds(1), seconds(3)), retry=Retry(about(3)))
STORE = Database("Store", sharding=Sharding(2, shares=[about(0.5), 0.5]))
OPEN = opened(
    link(
        Design(
            "System",
            [CALLS, STORE],
            requirements=Requirements(peak_factor=between(2, 4)),
            walkthroughs=[Walkthrough("Ask", [Step(CALLS)], requirements=Requirements(latency_p99=about(seconds(1))))],
        )
    )
)


def test_they_are_found_in_parts_policies_requirements_and_walkthroughs() -> None:
    assert sorted(one.name for one in OPEN) == [
        "app-calls-api.retry.attempts",
        "app-calls-api.timeout",
        "app.devices",
        "requirements.peak_factor",
        "store.sharding.shares",
        "walkthrough:ask.requirements.latency_p99",
    ]


def test_those_of_a_list_move_together() -> None:
    (shares,) = [one for one in OPEN if one.attribute == "shares"]
    assert shares.at("likely") == (0.5, 0.5)
    low = shares.at("low")
    assert isinstance(low, tuple)
    assert low[0] < low[1] == 0.5
