"""What comes at one moment."""

from archgen import Calls, Client, Design, Publishes, Queue, Scheduler, Service, days, minutes
from archgen.estimating.rushes import at_once, is_scheduled, rushes
from archgen.model.link import link

API, JOBS, NIGHTLY = Service("API"), Queue("Jobs"), Scheduler("Nightly", interval=days(1))


def test_only_what_has_no_length_comes_at_once() -> None:
    long, short = Publishes(Service("Long"), JOBS, burst_size=7, burst=minutes(1)), Publishes(API, JOBS, burst_size=500)
    architecture = link(Design("D", [short, long]))
    assert at_once(architecture, JOBS) == 500
    assert [*rushes(architecture, JOBS)] == [short]


def test_what_somebody_else_leads_to_as_well_is_no_schedules() -> None:
    start, hand = Calls(NIGHTLY, API), Publishes(API, JOBS)
    alone = link(Design("D", [start, hand]))
    assert [is_scheduled(alone, one) for one in (NIGHTLY, API, JOBS)] == [True, True, False]
    assert not is_scheduled(link(Design("D", [start, hand, Calls(Client("App"), API)])), API)
