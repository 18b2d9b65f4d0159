"""Derivations as somebody would write them on a napkin."""

from archgen import Calls, Client, Design, Publishes, Queue, Service, Worker, WorkQueue, about, between, per_second
from archgen.cli.terminal.derivations import derivations
from archgen.estimating.run import estimate
from archgen.model.link import link

APP, API = (
    Client("App", devices=about(100), send_rate=per_second(2)),
    Service("API", capacity=between(per_second(200), per_second(800))),
)
ASK, PUT = Calls(APP, API), Publishes(API, Queue("Jobs"), per_request=1)
ARCHITECTURE = link(Design("Napkin", [ASK, PUT]))
NUMBERS = estimate(ARCHITECTURE)


def test_each_step_says_whose_number_it_is_and_what_was_stated_stands_on_its_line() -> None:
    assert derivations(ARCHITECTURE, NUMBERS, "api")[0].split("\n") == [
        "requests = 200/s (100/s to 400/s)",
        "  = 200/s App calls API",
        "  may be 100/s to 400/s by app.devices alone",
        "  App calls API: rate = 200/s (100/s to 400/s)",
        "    = 100 devices × 2/s each",
        "    devices = 100, stated",
    ]


def test_what_only_repeats_a_number_is_left_out() -> None:
    assert derivations(ARCHITECTURE, NUMBERS, "jobs")[0].split("\n")[:4] == [
        "requests = 200/s (100/s to 400/s)",
        "  = 200/s API publishes Jobs",
        "  may be 100/s to 400/s by app.devices alone",
        "  API publishes Jobs: rate = 200/s (100/s to 400/s)",
    ]
    work = Worker("Work")
    taken = link(Design("Napkin", [ASK, WorkQueue(API, Queue("Jobs"), work)]))
    told = derivations(taken, estimate(taken), "work")[0]
    assert "  Work consumes Jobs: rate = 200/s (100/s to 400/s)\n    API publishes Jobs: rate" in told


def test_what_was_told_is_not_told_again() -> None:
    told = derivations(ARCHITECTURE, NUMBERS, "api")
    assert "  requests = 200/s (100/s to 400/s), as above" in told[2].split("\n")


def test_nothing_is_told_of_what_has_no_numbers() -> None:
    assert derivations(ARCHITECTURE, NUMBERS, "app") == []
