"""Numbers of an appendix, on average and at peak."""

import re

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Worker,
    Writes,
    hours,
    kilobytes,
    milliseconds,
    per_second,
)
from archgen.documents.worked_out import WorkedOut, worked_out
from tests.documents.telling import told
from tests.documents.test_markdown import written

APP, API, STORE = Client("App"), Service("API", replicas=2, capacity=per_second(300)), Database("Store")


def rows(*calls: Calls | Writes, peak: float | None = 3) -> dict[tuple[str, str], WorkedOut]:
    known = told(Design("D", [*calls], requirements=Requirements(peak_factor=peak)))
    return {(one.subject, one.measure): one for one in worked_out(known.numbers)}


def test_what_comes_at_peak_stands_beside_the_average_with_one_derivation() -> None:
    found = rows(Calls(APP, API, rate=per_second(100)), Writes(API, STORE, per_request=2))
    writes = found["API writes Store", "rate"]
    assert (writes.value, writes.peak, writes.formula) == ("200/s", "600/s", "100/s × 2 a request")
    assert not [measure for _, measure in found if measure.startswith("peak")]


def test_how_the_peak_came_about_is_told_where_that_is_otherwise() -> None:
    call = rows(Calls(APP, API, rate=per_second(100)))["App calls API", "rate"]
    assert (call.value, call.peak) == ("100/s", "300/s")
    assert call.formula.startswith("stated; at peak 100/s × ")


def test_what_is_stated_or_handed_on_as_it_is_is_left_to_where_that_stands() -> None:
    found = rows(Calls(APP, API, rate=per_second(100)), peak=None)
    assert ("App calls API", "rate") not in found
    assert found["API", "capacity"].formula == "2 replicas × 300/s"


def test_ways_between_the_same_two_keep_their_own_peaks() -> None:
    calls = [Calls(APP, API, "buy", rate=per_second(10)), Calls(APP, API, "look", rate=per_second(50))]
    known = told(Design("D", [*calls], requirements=Requirements(peak_factor=3)))
    both = [(one.value, one.peak) for one in worked_out(known.numbers) if one.subject.startswith("App calls API (")]
    assert both == [("10/s", "30/s"), ("50/s", "150/s")]


def test_a_table_has_a_column_for_the_peak_only_where_there_is_one() -> None:
    call = Calls(APP, API, rate=per_second(100))
    both, alone = (
        written(told(Design("D", [call, Writes(API, STORE, per_request=2)], requirements=Requirements(peak_factor=peak))))
        for peak in (3, None)
    )
    assert (
        "| Of | Number | On average | At peak | Derivation |\n|:--|:--|--:|--:|:--|\n| API | requests | **100/s** | **300/s** |"
        in both
    )
    assert "At peak" not in alone
    assert "worked out on average alone" not in both + alone
    assert "| API | requests | **100/s** | 100/s App calls API |" in alone


def test_what_is_no_more_at_peak_and_what_is_not_worked_out_for_it_are_told_apart() -> None:
    kept = Queue("Kept", retention=hours(1))
    parts = [Calls(APP, API, rate=per_second(100)), Reads(Worker("Beat"), Database("Marks"), rate=per_second(2))]
    text = written(
        told(
            Design(
                "D", [*parts, Publishes(API, kept, payload=kilobytes(1), per_request=1)], requirements=Requirements(peak_factor=3)
            )
        )
    )
    assert re.search("Kept \\| stored.* \\| \\*\\*360 MB\\*\\* \\| \N{EN DASH} \\|", text)
    assert "| Marks | requests | **2/s** | the same |" in text
    assert text.count("A dash says that a number is worked out on average alone.") == 1


def test_what_comes_as_ever_while_work_waits_is_not_told_again() -> None:
    jobs, worker = Queue("Jobs"), Worker("Worker", replicas=2, concurrency=10, task_duration=milliseconds(100))
    busy = Database("Busy", max_read_rate=per_second(900), max_write_rate=per_second(90_000))
    parts = [
        Publishes(API, jobs, rate=per_second(50)), Consumes(worker, jobs), Reads(API, busy, rate=per_second(500)),
        Writes(worker, busy, per_request=1), Writes(worker, Database("Own", max_write_rate=per_second(900)), per_request=1),
    ]  # fmt: skip
    known = told(Design("D", parts))
    assert [(one.subject, one.value) for one in worked_out(known.numbers) if one.measure == "full_requests"] == [("Own", "200/s")]
