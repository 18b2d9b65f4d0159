from archgen import (
    Cache,
    CacheAside,
    Calls,
    CircuitBreaker,
    Client,
    Consumes,
    Database,
    Design,
    Downloads,
    ExternalSystem,
    Group,
    LoadBalancer,
    Monitoring,
    Notifies,
    ObjectStore,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Replication,
    Retry,
    Scheduler,
    Service,
    Step,
    Topic,
    Uploads,
    Walkthrough,
    Worker,
    Writes,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)
from archgen.documents.failures import HOLDS, MISSES, STOPS, failures
from archgen.dsl.connection import Connection
from archgen.dsl.part import Part
from archgen.dsl.pattern_instance import PatternInstance
from tests.documents.telling import told

APP, EDGE = Client("App"), LoadBalancer("Edge", health_checks=True, replicas=2)
API = Service("API", replicas=4, capacity=per_second(100))
STORE = Database("Store", replicas=3, replication=Replication("sync", failover="automatic"), max_read_rate=per_second(100))


def outages(
    *parts: Part | Connection | PatternInstance, walkthroughs: list[Walkthrough] | None = None
) -> dict[str, tuple[str, str, str]]:
    """Of each component: under which heading it stands, what follows, and what helps."""
    known = told(Design("D", list(parts), walkthroughs=walkthroughs or []))  # type: ignore[arg-type]
    return {
        one.name: (group.heading, ". ".join(one.follows), ". ".join(one.helps))
        for group in failures(known)
        for one in group.outages
    }


def test_what_clients_come_to_stops_requests_and_the_walkthroughs_that_need_it() -> None:
    call, on = Calls(APP, EDGE, timeout=seconds(5)), Calls(EDGE, API, timeout=seconds(4), rate=per_second(300))
    read = Reads(API, STORE, timeout=milliseconds(200), retry=Retry(attempts=2, backoff="exponential"))
    steps = [Step(call), Step(on), Step(read), Step(call, back=True)]
    found = outages(call, on, read, walkthroughs=[Walkthrough("Look", steps)])
    assert found["Edge"] == (
        STOPS,
        'App is shut out. "Look" stops',
        "App gives up after 5 s. There are 2 replicas, so that one may go",
    )
    assert found["API"] == (
        STOPS,
        'What comes to it through Edge is not answered. "Look" stops',
        "Edge gives up after 4 s. With one of 4 replicas gone, the other 3 are 100% full; Edge leaves out one that does not "
        "answer",
    )
    assert found["Store"] == (
        STOPS,
        'What API asks of it fails. "Look" stops',
        "API gives up after 200 ms and tries twice with growing pauses. "
        "Another of its 3 copies takes over by itself, and nothing that was confirmed is lost",
    )


def test_replicas_that_are_too_few_without_one_are_said_to_be() -> None:
    found = outages(Calls(APP, API, rate=per_second(390)))
    assert found["API"][2] == "With one of 4 replicas gone, the other 3 are 130% full, which is too much for them"


def test_work_waits_in_a_queue_for_as_long_as_that_keeps_it() -> None:
    dead = Queue("Dead", durable=True)
    jobs = Queue("Jobs", retention=days(4), visibility_timeout=minutes(1), dead_letter=dead, max_receives=5)
    worker = Worker("Worker", replicas=2, concurrency=10, task_duration=milliseconds(100))
    found = outages(Publishes(API, jobs, rate=per_second(100)), Consumes(worker, jobs, acknowledge="after"))
    assert found["Worker"] == (
        HOLDS,
        "Work waits in Jobs, which keeps it for 4 days. After an hour of that, catching up takes 1 h",
        "With one of 2 replicas gone, the other is 100% full. What was in hand comes again from Jobs after 1 min",
    )
    assert found["Jobs"][:2] == (HOLDS, "API can hand nothing over. Nothing new reaches Worker")


def test_a_queue_with_little_room_says_for_how_long_that_is_enough() -> None:
    jobs = Queue("Jobs", max_depth=6_000, overflow="reject")
    found = outages(Publishes(API, jobs, rate=per_second(100)), Consumes(Worker("Worker"), jobs))
    assert found["Worker"][1] == "Work waits in Jobs, which has room for 1 min of it, after which it refuses more"


def test_what_comes_through_a_topic_that_forgets_is_lost_to_who_is_away() -> None:
    topic = Topic("News", durable=False)
    found = outages(Publishes(API, topic), Consumes(Service("Site"), topic))
    assert found["Site"][1] == "What comes through News meanwhile is lost to it"


def test_work_whose_target_is_away_waits_or_ends_among_dead_letters() -> None:
    jobs, other = Queue("Jobs", dead_letter=Queue("Dead"), max_receives=3), Queue("Others")
    hasty, patient = Worker("Hasty"), Worker("Patient", pauses_on_failure=True)
    found = outages(Consumes(hasty, jobs), Consumes(patient, other), Writes(hasty, STORE), Writes(patient, STORE))
    assert "Work from Jobs fails, and after 3 attempts it is in Dead" in found["Store"][1]
    assert "Patient stops taking work, which waits in Others" in found["Store"][1]


def test_a_cache_may_be_away_if_its_store_bears_all_reads() -> None:
    cache = Cache("Copies")
    aside = CacheAside(API, cache, STORE)
    found = outages(Calls(APP, API, rate=per_second(300)), aside)
    heading, follows, _ = found["Copies"]
    assert heading == MISSES
    assert "API falls back on something else" in follows
    assert "All its reads go to Store: 300/s, more than the 100/s that it serves" in follows


def test_what_is_done_without_a_cache_is_not_stated_where_nobody_says_it() -> None:
    found = outages(Calls(APP, API), Writes(API, Cache("Presence")))
    assert found["Presence"][1] == "API has to do without it, and how is not stated"


def test_a_call_that_is_stopped_by_a_breaker_is_told() -> None:
    bank = ExternalSystem("Bank", longest_outage=minutes(30))
    retry = Retry(attempts=3, reason="it hiccups")
    pay = Calls(API, bank, timeout=seconds(2), circuit_breaker=CircuitBreaker(open_for=seconds(30)), retry=retry)
    assert outages(pay)["Bank"][2] == (
        "API gives up after 2 s, tries 3 times (it hiccups) and stops calling for 30 s when calls keep failing. "
        "It is back within 30 min, as the design reckons"
    )


def test_notices_end_among_dead_letters_or_do_not_arrive() -> None:
    shop, mail = ExternalSystem("Shop"), ExternalSystem("Mail")
    found = outages(Notifies(API, shop, dead_letter=Queue("Dead")), Notifies(API, mail))
    assert found["Shop"][:2] == (MISSES, "What cannot be delivered ends in Dead")
    assert found["Mail"][:2] == (MISSES, "What API has to tell does not arrive")


def test_a_clock_that_stands_still_makes_its_work_late_and_monitoring_is_only_missed() -> None:
    clock, watch = Scheduler("Clock", replicas=2, leader_election=True), Monitoring("Watch")
    found = outages(Writes(clock, STORE), Reads(watch, STORE))
    assert found["Clock"] == (HOLDS, "Its work is late", "Another of its 2 replicas takes over")
    assert found["Watch"][:2] == (MISSES, "Everything works, and nobody is told when it does not")


def test_a_queue_of_dead_letters_is_only_missed() -> None:
    dead = Queue("Dead", durable=True)
    jobs, watch, worker = Queue("Jobs", dead_letter=dead), Monitoring("Watch"), Worker("Worker")
    found = outages(Publishes(API, jobs), Consumes(worker, jobs), Notifies(dead, watch), Publishes(worker, dead))
    assert found["Dead"][:2] == (MISSES, "Worker can hand nothing over. What fails for good cannot be put aside")


def test_of_a_single_caller_it_is_told_what_it_asks() -> None:
    found = outages(Reads(API, STORE, "the order"), Writes(API, STORE, "the order"))
    assert found["Store"][1] == "What API asks of it (the order) fails"
    labels = [Reads(API, STORE, name) for name in ("one", "two", "three")]
    assert outages(*labels)["Store"][1] == "What API asks of it fails"


def test_what_is_dropped_when_its_target_is_away_stops_nobody() -> None:
    found = outages(Calls(APP, API), Publishes(API, Queue("Views"), on_failure="shed"))
    assert found["Views"][1] == "API drops what it has for it"


def test_a_system_of_others_is_not_shut_out_but_gets_no_answer() -> None:
    assert outages(Calls(ExternalSystem("Shops"), API), Calls(APP, API))["API"][1] == "App is shut out. Shops get no answer"


def test_all_who_give_up_alike_are_told_in_few_words() -> None:
    waiting = [Reads(one, STORE, timeout=seconds(1)) for one in (API, Service("Search"))]
    assert outages(*waiting)["Store"][2].startswith("Whoever asks gives up after 1 s. ")


def test_copies_of_which_nothing_more_is_stated_are_told_with_what_is_not() -> None:
    plain, ring = Database("Plain", replicas=3), Database("Ring", replicas=3, engine="Cassandra")
    found = outages(Reads(API, plain), Reads(API, ring))
    assert found["Plain"][2] == "There are 3 copies; which takes over is not stated"
    assert found["Ring"][2] == "There are 3 copies; how many of them have to answer is not stated"


def test_what_a_forgetting_topic_holds_is_lost_with_it() -> None:
    topic = Topic("News", durable=False, replicas=3)
    found = outages(Publishes(API, topic), Consumes(Service("Site"), topic))
    assert found["News"][1:] == (
        "API can hand nothing over. What it holds at that moment is lost. Nothing new reaches Site",
        "There are 3 brokers",
    )


def test_what_one_owns_by_a_hash_moves_to_the_others() -> None:
    owner = Service("Owner", replicas=3, capacity=per_second(100), routing="consistent_hash")
    found = outages(Calls(APP, owner, rate=per_second(120)))
    assert found["Owner"][2] == "With one of 3 replicas gone, the other 2 are 60% full; what it owned moves to them"


def test_what_a_group_does_gets_stuck_by_the_member_that_was_come_to() -> None:
    senders, mails = Group("Senders"), Queue("Mails")
    mailer, pusher = Worker("Mailer", group=senders), Worker("Pusher", group=senders)
    take, write = Consumes(mailer, mails), Writes(senders, STORE)
    also = Consumes(pusher, Queue("Pushes"))
    steps = [Step(take), Step(write), Step(write, back=True), Step(write)]
    found = outages(take, write, also, walkthroughs=[Walkthrough("Send a mail", steps)])
    assert found["Mailer"][1].endswith('"Send a mail" gets stuck')
    assert "Send a mail" not in found["Pusher"][1]
    assert found["Store"][1].endswith('"Send a mail" gets stuck')


def test_what_one_does_without_is_told_by_what_it_asks() -> None:
    found = outages(Writes(API, STORE, "an order"), Reads(API, STORE, "who asks?", on_failure="fallback"))
    assert found["Store"][1] == ('What API asks of it (an order) fails. For "who asks?", API falls back on something else')


def test_what_a_walkthrough_gets_stuck_without_is_not_only_missed() -> None:
    dead = Queue("Dead")
    jobs = Queue("Jobs", dead_letter=dead, max_receives=3)
    worker, desk = Worker("Worker"), Worker("Desk")
    take, look = Consumes(worker, jobs), Consumes(desk, dead)
    assert outages(take, look)["Dead"][0] == MISSES
    assert outages(take, look, walkthroughs=[Walkthrough("Mend it", [Step(look)])])["Dead"][0] == HOLDS


def test_which_of_several_stores_the_reads_of_a_cache_would_come_from_is_not_known() -> None:
    cache, users = Cache("Cache"), Database("Users")
    parts = [Reads(API, cache), Reads(API, STORE), Reads(API, users)]
    assert "Its reads go to Store or Users instead" in outages(*parts)["Cache"][1]


def test_a_full_queue_bounds_what_has_to_be_caught_up_and_limits_bound_its_pace() -> None:
    jobs = Queue("Jobs", durable=True, max_depth=6_000, overflow="block")
    sender = Worker("Sender", replicas=2, concurrency=10, task_duration=milliseconds(100), pauses_on_failure=True)
    mail = ExternalSystem("Mail provider")
    hand, take = Publishes(API, jobs, rate=per_second(100)), Consumes(sender, jobs)
    tell = Notifies(sender, mail, per_request=1, rate_limit=RateLimit(per_second(150)), dead_letter=Queue("Dead"))
    walk = Walkthrough("Send", [Step(hand), Step(take), Step(tell)])
    found = outages(hand, take, tell, walkthroughs=[walk])
    assert (
        "has room for 1 min of it, after which publishers have to wait. Once it is full, catching up takes 2 min"
        in (found["Sender"][1])
    )
    assert found["Mail provider"][0] == HOLDS
    assert found["Mail provider"][1].startswith("Sender stops taking work, which waits in Jobs")
    assert found["Mail provider"][1].endswith('"Send" gets stuck')


def test_work_that_comes_from_a_store_or_is_handed_out_waits_there() -> None:
    follower, hand = Worker("Follower", replicas=2), Worker("Hand")
    found = outages(Consumes(follower, STORE), Calls(API, hand, mode="async"))
    assert found["Follower"][1] == "What changes in Store waits for it"
    assert found["Hand"][1].startswith("What API asks of it waits")


def test_who_both_fetches_and_sends_files_is_told_once() -> None:
    files = ObjectStore("Files")
    found = outages(Uploads(APP, files), Downloads(APP, files), Downloads(Client("Reader"), files))
    assert found["Files"][1] == "App can neither fetch from it nor send to it. Reader can fetch nothing from it"


def test_clients_that_have_somebody_else_to_ask_are_not_shut_out() -> None:
    pages, rider = Service("Pages"), Client("Rider")
    found = outages(Calls(APP, API), Calls(rider, API, "a ride"), Calls(rider, pages, "help"))
    assert found["API"][1] == "App is shut out. What Rider asks of it (a ride) fails"
    assert found["Pages"][1] == "What Rider asks of it (help) fails"


def test_the_work_of_what_asks_again_and_again_is_late() -> None:
    assert outages(Calls(Service("Agent"), API, poll_interval=minutes(10)))["Agent"][1] == "Its work is late"


def test_of_several_of_which_the_same_is_said_it_is_said_once() -> None:
    engine, one, two = Service("Engine"), Queue("One", durable=True), Queue("Two", durable=True)
    takers = [Consumes(Worker("A"), one), Consumes(Worker("B"), two)]
    found = outages(Publishes(engine, one), Publishes(engine, two), *takers)
    assert found["One and Two"][1] == "Engine can hand nothing over. Nothing new reaches whoever takes from it"
    assert "One" not in found
