from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Downloads,
    Entity,
    ExternalSystem,
    Log,
    ObjectStore,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Step,
    Walkthrough,
    Worker,
    Writes,
    days,
    kilobytes,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)
from archgen.documents import arrivals, margins, stocks
from archgen.documents.budgets import budgets_by_walkthrough
from archgen.documents.envelope import envelope
from archgen.documents.point import Point
from archgen.documents.walked_times import budgets
from tests.documents.telling import told

PHONE, SHOPS = Client("Phone"), ExternalSystem("Shops")
API = Service("API", replicas=4, capacity=per_second(100), task_duration=milliseconds(30))
STORE = Database("Store", max_write_rate=per_second(1000))
JOBS = Queue("Jobs", durable=True)
WORKER = Worker("Worker", replicas=4, concurrency=10, task_duration=milliseconds(100))
CALL = Calls(PHONE, API, rate=per_second(150), peak_rate=per_second(300), round_trip=milliseconds(60))
HAND = Publishes(API, JOBS, per_request=1, payload=kilobytes(2))
TAKE = Consumes(WORKER, JOBS)
DESIGN = Design(
    "Shop",
    [CALL, Calls(SHOPS, API, rate=per_second(10)), Writes(API, STORE, per_request=1), HAND, TAKE],
    requirements=Requirements(latency_p99=milliseconds(180)),
    walkthroughs=[Walkthrough("Order", [Step(CALL), Step(HAND), Step(CALL, back=True), Step(TAKE)])],
)
EMPTY = Design("Empty", [Calls(PHONE, Service("Site"))])


def lines(points: object) -> list[str]:
    return [f"{one.lead} {one.text}" for one in points if isinstance(one, Point)]  # type: ignore[attr-defined]


def test_what_arrives_is_told_by_whom_it_comes_from() -> None:
    assert lines(arrivals.arriving(told(DESIGN))) == [
        "160/s arrive from outside on average, 310/s in the busiest time: 150/s from Phone and 10/s from Shops"
    ]
    summed = Design("D", [Calls(PHONE, API, rate=per_second(1225)), Calls(SHOPS, API, rate=per_second(15))])
    assert lines(arrivals.arriving(told(summed)))[0].endswith("average: 1,225/s from Phone and 15/s from Shops")


def test_the_most_work_in_hand_is_told_with_its_derivation() -> None:
    (line,) = lines(arrivals.in_hand(told(DESIGN)))
    assert line.startswith("31 pieces of work are in hand at once at Worker in the busiest time, the most of all: 310/s × 100 ms")


def test_open_connections_are_told_for_each_replica() -> None:
    gateway = Service("Gateway", replicas=4, max_connections=60_000)
    design = Design("Chat", [Calls(Client("Phone", devices=100_000), gateway, protocol="websocket")])
    assert "100,000 connections are open at Gateway, 25,000 to a replica" in lines(arrivals.in_hand(told(design)))[0]


def test_the_fullest_component_is_told_with_what_it_can_serve_and_what_comes_next() -> None:
    assert lines(margins.fullest(told(DESIGN))) == [
        "78% of API is taken in the busiest time, the fullest component: 310/s of 400/s (4 replicas × 100/s). Worker is as full"
    ]


def test_what_is_over_capacity_is_said_plainly() -> None:
    small = Service("API", replicas=1, capacity=per_second(100))
    known = told(Design("Small", [Calls(PHONE, small, rate=per_second(150))]))
    assert envelope(known).over == (Point("", "API gets more than it can serve: 150/s of 100/s, which is 150%"),)


def test_what_is_more_than_twice_the_whole_is_told_by_how_many_times() -> None:
    small = Service("API", replicas=1, capacity=per_second(100))
    known = told(Design("Small", [Calls(PHONE, small, rate=per_second(1070))]))
    assert envelope(known).over[0].text.endswith("1,070/s of 100/s, which is 11 times as much")
    assert list(margins.nearest(known)) == [("API gets 11 times what can be served", True)]


def test_what_rests_on_assumptions_names_them_where_it_is_over() -> None:
    half = Client("Other", devices=10), Client("Phone", devices=10)
    small = Service("API", replicas=1, capacity=per_second(10))
    design = Design("Small", [Calls(one, small) for one in half], requirements=Requirements(write_rate=per_second(30)))
    assert envelope(told(design)).over[0].assumptions == (1,)


def test_a_walkthrough_that_takes_too_long_is_over() -> None:
    slow = Service("Slow", replicas=1, capacity=per_second(100), task_duration=milliseconds(500))
    call = Calls(PHONE, slow, rate=per_second(1))
    need = Requirements(latency_p50=milliseconds(200))
    known = told(
        Design("Late", [call], requirements=need, walkthroughs=[Walkthrough("Ask", [Step(call), Step(call, back=True)])])
    )
    assert envelope(known).over[0].text.startswith('"Ask" takes too long: ')


def test_a_burst_is_told_with_what_it_leaves_and_how_soon_that_is_gone() -> None:
    jobs, api = Queue("Jobs"), Service("API")
    two = Worker("Worker", replicas=2, concurrency=10, task_duration=milliseconds(100))
    hand = Publishes(api, jobs, rate=per_second(50), peak_rate=per_second(300), burst=minutes(10))
    design = Design("Burst", [hand, Consumes(two, jobs)])
    assert lines(stocks.waiting(told(design))) == [
        "60,000 messages wait at the end of a burst in Jobs: 100/s × 10 min; "
        "the last of them waits 5 min, and 6.7 min after the burst nothing of it is left"
    ]


def test_a_log_is_told_with_what_it_keeps_and_a_queue_is_not_a_store() -> None:
    log, api = Log("Events", retention=days(4), replicas=3), Service("API")
    design = Design("Kept", [Publishes(api, log, rate=per_second(1000), payload=kilobytes(2))])
    assert lines(stocks.stored(told(design)))[0].startswith("2.1 TB are kept in Events, all copies")
    queue = Queue("Events", retention=days(4), replicas=3)
    assert lines(stocks.stored(told(Design("Gone", [Publishes(api, queue, rate=per_second(1000), payload=kilobytes(2))])))) == []


def test_the_busiest_connection_is_told_in_bytes() -> None:
    assert lines(stocks.carried(told(DESIGN))) == [
        "620 kB/s is the most that any connection carries in the busiest time, from API to Jobs: 310/s × 2 kB"
    ]


def test_what_is_fetched_goes_to_whoever_fetches_it() -> None:
    fetch = Downloads(PHONE, ObjectStore("Files"), rate=per_second(10), payload=megabytes(2))
    (line,) = lines(stocks.carried(told(Design("Files", [fetch]))))
    assert line == "20 MB/s is the most that any connection carries, from Files to Phone: 10/s × 2 MB"


def test_a_budget_tells_the_largest_part_first_and_what_it_is_of_what_is_allowed() -> None:
    first = next(iter(budgets(told(DESIGN))))
    assert (first.limit, [one.name for one in first.parts]) == (
        "180 ms",
        ["the way between Phone and API", "the work of API"],
    )
    assert [round(one.share, 2) for one in first.parts] == [0.33, 0.17]
    lead = budgets_by_walkthrough(told(DESIGN))["Order"][0].lead
    assert lead.startswith("It takes at least 90 ms to answer 99 of 100, 50% of the 180 ms that may go by")


def test_a_design_without_numbers_has_no_envelope() -> None:
    found = envelope(told(EMPTY))
    assert (found.over, found.points) == ((), ())


def test_what_never_ends_is_said_once_and_without_numbers() -> None:
    small = Service("Small", replicas=1, capacity=per_second(10), task_duration=milliseconds(50))
    call = Calls(PHONE, small, rate=per_second(150))
    walk = Walkthrough("Ask", [Step(call), Step(call, back=True)])
    known = told(Design("Late", [call], requirements=Requirements(latency_p50=milliseconds(200)), walkthroughs=[walk]))
    assert envelope(known).over[1:] == (Point("", '"Ask" never ends, as more arrives than can be served'),)
    assert [one.lead for one in budgets_by_walkthrough(known)["Ask"]] == [
        "It is never answered, as more arrives than can be served"
    ]


def full(name: str, capacity: float) -> Service:
    return Service(name, replicas=1, capacity=per_second(capacity))


def test_several_that_are_full_are_told_together_and_none_is_called_fullest() -> None:
    one, two, three = full("One", 100), full("Two", 100), full("Three", 200)
    design = Design("D", [Calls(PHONE, each, rate=per_second(100)) for each in (one, two, three)])
    assert lines(margins.fullest(told(design))) == [
        "100% of One and Two is taken: nothing is left of them. Next comes Three with 50%"
    ]


def test_where_nothing_is_half_full_it_is_not_said_that_nothing_else_is() -> None:
    design = Design(
        "D", [Calls(PHONE, full("One", 300), rate=per_second(100)), Calls(PHONE, full("Two", 400), rate=per_second(100))]
    )
    assert lines(margins.fullest(told(design))) == [
        "33% of One is taken, the fullest component: 100/s of 300/s. Next comes Two with 25%"
    ]


def test_a_wait_is_told_beside_what_people_may_be_shown() -> None:
    jobs, api = Queue("Jobs"), Service("API")
    two = Worker("Worker", replicas=2, concurrency=10, task_duration=milliseconds(100))
    hand = Publishes(api, jobs, rate=per_second(50), peak_rate=per_second(300), burst=minutes(10))
    parts = [Calls(PHONE, api, rate=per_second(1)), hand, Consumes(two, jobs)]
    (line,) = lines(stocks.waiting(told(Design("D", parts, requirements=Requirements(staleness=minutes(2))))))
    assert "the last of them waits 5 min, where what people are shown may be 2 min old, and" in line
    (line,) = lines(stocks.waiting(told(Design("D", parts, requirements=Requirements(staleness=minutes(20))))))
    assert "shown" not in line


def test_the_small_parts_of_a_time_are_told_together() -> None:
    steps = [Service(name, replicas=1, task_duration=milliseconds(took)) for name, took in (("A", 900), ("B", 4), ("C", 5))]
    calls = [Calls(PHONE, steps[0]), Calls(steps[0], steps[1]), Calls(steps[1], steps[2])]
    walk = Walkthrough("Ask", [Step(calls[0]), Step(calls[1]), Step(calls[2]), Step(calls[0], back=True)])
    told_parts = budgets_by_walkthrough(told(Design("D", [*calls], walkthroughs=[walk])))["Ask"][0].parts
    assert [(one.lead, one.text) for one in told_parts] == [
        ("900 ms", "for the work of A, 99% of it"),
        ("9 ms", "for all else, less than 1% of it"),
    ]


def test_what_is_over_is_told_once_and_the_fullest_is_one_of_the_others() -> None:
    over = [Calls(PHONE, full(name, 100), rate=per_second(580)) for name in ("One", "Two")]
    known = told(Design("D", [*over, Calls(PHONE, full("Three", 400), rate=per_second(100))]))
    assert [one.text.partition(":")[0] for one in envelope(known).over] == [
        f"{name} gets more than it can serve" for name in ("One", "Two")
    ]
    assert lines(margins.fullest(known)) == [
        "25% of Three is taken, the fullest of the others: 100/s of 400/s. Of nothing else is it known"
    ]
    assert lines(margins.fullest(told(Design("D", over)))) == []


def test_a_worker_is_not_over_beside_the_queue_that_it_takes_from() -> None:
    slow = Worker("Slow", replicas=2, concurrency=2, task_duration=seconds(1))
    known = told(Design("D", [CALL, Publishes(API, JOBS, per_request=1), Consumes(slow, JOBS)]))
    assert [one.text for one in envelope(known).over] == [
        "Jobs get more than they can serve in the busiest time: 300/s of 4/s (Slow: 2 replicas × 2 at once / 1 s), "
        "which is 75 times as much"
    ]


def test_a_walkthrough_that_takes_too_long_is_not_the_tightest_as_well() -> None:
    quick, slow = (Service(name, replicas=1, task_duration=milliseconds(took)) for name, took in (("Quick", 90), ("Slow", 500)))
    calls = [Calls(PHONE, one) for one in (quick, slow)]
    walks = [Walkthrough(one.target.name, [Step(one), Step(one, back=True)]) for one in calls]
    known = told(Design("D", [*calls], requirements=Requirements(latency_p50=milliseconds(200)), walkthroughs=walks))
    assert [one.text for one in envelope(known).over] == [
        '"Slow" takes too long: at least 500 ms, of which only the work of Slow is counted; 200 ms are allowed'
    ]
    assert lines(margins.tightest(known))[0].startswith(
        'at least 45% of the 200 ms that are allowed goes by in "Quick", the tightest of the others'
    )
    late = told(Design("D", calls[1:], requirements=Requirements(latency_p50=milliseconds(200)), walkthroughs=walks[1:]))
    assert lines(margins.tightest(late)) == []


def test_what_alone_is_known_of_the_tightest_is_told_as_that() -> None:
    api, store = Service("API", replicas=2, capacity=per_second(100), task_duration=milliseconds(30)), ExternalSystem("Bank")
    call, ask = Calls(PHONE, api, rate=per_second(1)), Calls(api, store)
    walk = Walkthrough("Pay", [Step(call), Step(ask), Step(call, back=True)])
    known = told(Design("D", [call, ask], requirements=Requirements(latency_p95=seconds(1)), walkthroughs=[walk]))
    assert lines(margins.tightest(known))[0].endswith("of which only the work of API is counted")


def test_what_hardly_grows_is_not_told_to_grow() -> None:
    kept = Entity("Offers", items=40_000_000, item_size=kilobytes(2), growth_per_day=kilobytes(192))
    assert lines(stocks.stored(told(Design("D", [Database("Index", holds=[kept])])))) == [
        "80 GB are kept in Index: 40 million × 2 kB"
    ]


def test_what_is_next_and_as_full_as_another_shares_its_number() -> None:
    parts = [full("One", 100), full("Two", 125), full("Three", 125), full("Four", 200)]
    line = lines(margins.fullest(told(Design("D", [Calls(PHONE, each, rate=per_second(90)) for each in parts]))))[0]
    assert line.endswith("Next come Two and Three with 72%")


def test_a_part_that_takes_the_whole_time_beside_others_takes_it_alone() -> None:
    slow = Calls(API, SHOPS, latency=milliseconds(50), latency_p99=seconds(9))
    walk = Walkthrough("Pay", [Step(CALL), Step(slow), Step(slow, back=True), Step(CALL, back=True)])
    design = Design("D", [CALL, slow], requirements=Requirements(latency_p99=seconds(10)), walkthroughs=[walk])
    (line,) = lines(margins.tightest(told(design)))
    assert line.endswith('which the step "API calls Shops" takes alone')


def test_few_pieces_of_work_are_told_as_a_whole() -> None:
    small = Service("API", replicas=4, task_duration=milliseconds(80))
    few, one = (
        lines(arrivals.in_hand(told(Design("D", [Calls(PHONE, small, rate=per_second(rate))]))))[0] for rate in (24, 12.5)
    )
    assert few.startswith("about 2 pieces of work are in hand at once at API")
    assert one.startswith("1 piece of work is in hand at once at API")


def test_what_gets_more_than_is_usual_is_told_where_no_limit_is_stated() -> None:
    calls = Calls(PHONE, API, rate=per_second(100)), Reads(API, Database("Books", engine="PostgreSQL"), per_request=250)
    (line,) = lines(margins.beyond_the_usual(told(Design("D", [*calls]))))
    assert line == "2.5 times what is usual is asked of Books, whose limit is not stated: 25,000/s of 10,000/s"
    assert lines(margins.beyond_the_usual(told(DESIGN))) == []


def test_what_arrives_by_assumption_says_so() -> None:
    two = [Calls(Client(name, devices=10), API) for name in ("One", "Two")]
    known = told(Design("D", [*two], requirements=Requirements(write_rate=per_second(30))))
    assert next(iter(arrivals.arriving(known))).assumptions == (1,)
