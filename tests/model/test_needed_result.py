"""Callers that need the result of queued work in their answer."""

from archgen import Calls, Client, Connection, Database, Design, Publishes, Queue, Reads, Requirements, Service, Writes, seconds
from archgen.model.link import link
from archgen.model.needed_result import needed_results

QUEUE, API, APP = Queue("Jobs"), Service("API"), Client("App")
NEEDED = Requirements(result_in_response=True)


def callers(*calls: Connection, needs: Requirements | None = None) -> list[tuple[str, str | None]]:
    design = Design("Work", [*calls, Publishes(API, QUEUE)], requirements=needs or Requirements())
    found = needed_results(link(design), QUEUE)
    return [(one.call.source.name, one.within[2] if one.within else None) for one in found]


def test_what_the_design_requires_holds_for_who_waits() -> None:
    assert callers(Calls(APP, API), needs=NEEDED) == [("App", None)]
    assert callers(Calls(APP, API, mode="async"), needs=NEEDED) == []
    assert callers(Calls(APP, API, purpose="status"), needs=NEEDED) == []


def test_what_is_nearer_goes_before_it() -> None:
    other = Client("Partner", requirements=Requirements(result_in_response=False))
    assert callers(Calls(other, API), Calls(APP, API), needs=NEEDED) == [("App", None)]
    assert callers(Calls(APP, API, requirements=NEEDED)) == [("App", None)]
    assert callers(Calls(APP, API)) == []


def test_of_several_times_the_most_patient_counts_and_of_several_callers_the_least() -> None:
    slow = Requirements(result_in_response=True, latency_p50=seconds(1), latency_p99=seconds(4))
    quick = Client("Shop", requirements=Requirements(result_in_response=True, latency_budget=seconds(2)))
    assert callers(Calls(APP, API, requirements=slow)) == [("App", "latency_p99")]
    assert callers(Calls(APP, API, requirements=slow), Calls(quick, API)) == [("Shop", "latency_budget")]


def test_what_is_put_on_a_queue_beside_other_work_is_not_what_is_asked_for_unless_it_is_submitted() -> None:
    keeps = Writes(API, Database("Orders"))
    assert callers(Calls(APP, API), keeps, needs=NEEDED) == []
    assert callers(Calls(APP, API, purpose="submit"), keeps, needs=NEEDED) == [("App", None)]
    assert callers(Calls(APP, API, response_status=202), keeps, needs=NEEDED) == [("App", None)]
    assert callers(Calls(APP, API), Reads(API, Database("States"), purpose="status"), needs=NEEDED) == [("App", None)]
