"""Which parts of a design stand where a part of a pattern does."""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    LoadBalancer,
    Log,
    Notifies,
    Pattern,
    Publishes,
    Queue,
    Reads,
    Retry,
    Service,
    Worker,
)
from archgen.documents.alike import meets, standing_as
from archgen.model.link import link

PAGE, DOOR = Client("Page"), LoadBalancer("Door")
SOCKET = Calls(PAGE, DOOR, protocol="websocket")
JOBS, DONE = Queue("Jobs", dead_letter=Queue("Dead")), Worker("Maker", side_effect="email")
WORK = Pattern(
    "Work", use_when=["a"], avoid_when=["b"], structure=Design("W", [SOCKET, Publishes(DOOR, JOBS), Consumes(DONE, JOBS)])
)


def test_what_a_stream_passes_in_the_pattern_is_passed_by_one_in_the_design() -> None:
    live, plain = LoadBalancer("Live"), LoadBalancer("Plain")
    stream, ask = Calls(PAGE, live, protocol="websocket"), Calls(PAGE, plain, protocol="http")
    design = link(Design("D", [stream, ask, Publishes(live, Queue("Tasks")), Publishes(plain, Queue("Notes"))]))
    assert list(standing_as(design, WORK, DOOR)) == [live]
    assert list(standing_as(design, WORK, SOCKET)) == [stream]


def test_where_no_part_has_such_neighbours_every_one_of_its_sort_counts() -> None:
    alone, other = LoadBalancer("A"), LoadBalancer("B")
    assert list(standing_as(link(Design("D", [alone, other])), WORK, DOOR)) == [alone, other]


def test_what_holds_dead_letters_is_no_queue_of_the_pattern() -> None:
    dead = Queue("Failed")
    tasks = Queue("Tasks", dead_letter=dead)
    design = Design("D", [Publishes(Service("API"), tasks), Consumes(Worker("W"), tasks), Consumes(Service("Desk"), dead)])
    assert list(standing_as(link(design), WORK, JOBS)) == [tasks]


def test_any_store_stands_for_a_store() -> None:
    kept = Pattern("K", use_when=["a"], avoid_when=["b"], structure=Design("K", [Reads(Service("API"), store := Database("S"))]))
    other = Database("T")
    assert list(standing_as(link(Design("D", [Reads(Service("B"), other)])), kept, store)) == [other]


def test_a_choice_has_to_be_the_same_and_a_name_or_a_number_may_be_another() -> None:
    assert meets(Worker("W", side_effect="email"), "side_effect", "email")
    assert not meets(Worker("W", side_effect="payment"), "side_effect", "email")
    assert meets(Log("L", partition_key="paper"), "partition_key", "room")
    assert meets(Queue("Q", dead_letter=Queue("Mine")), "dead_letter", JOBS.dead_letter)
    assert meets(Calls(PAGE, DOOR, retry=Retry(5, backoff="exponential")), "retry", Retry(3, backoff="exponential"))
    assert not meets(Calls(PAGE, DOOR, retry=Retry(5, backoff="fixed")), "retry", Retry(3, backoff="exponential"))


def test_that_there_is_none_is_stated_too() -> None:
    assert meets(Notifies(DONE, PAGE, from_worker=False), "from_worker", False)
    assert not meets(Notifies(DONE, PAGE, from_worker=False), "from_worker", True)
    assert not meets(Notifies(DONE, PAGE), "from_worker", False)
