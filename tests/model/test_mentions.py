"""What leads to components that others only speak of."""

from archgen import (
    Calls,
    Client,
    Consumes,
    Database,
    Design,
    Group,
    Hold,
    Log,
    MaterializedView,
    Notifies,
    Queue,
    RateLimiter,
    Service,
    Worker,
    Writes,
    seconds,
)
from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.model.link import link
from archgen.model.mentions import Mention, mentions


def found(*parts: Connection | Component) -> list[Mention]:
    return list(mentions(link(Design("D", list(parts)))))


def test_dead_letters_say_after_how_many_failures_where_that_is_stated() -> None:
    dead = Queue("Dead")
    jobs, log, twice = (
        Queue("Jobs", dead_letter=dead, max_receives=5),
        Log("Events", dead_letter=dead),
        Queue("Few", dead_letter=dead, max_receives=1),
    )
    assert found(jobs, log, twice) == [
        Mention(jobs, dead, "after 5 failures", True),
        Mention(log, dead, "dead letters", True),
        Mention(twice, dead, "after 1 failure", True),
    ]


def test_what_waits_in_a_queue_that_nobody_takes_from_goes_on_after_its_pause() -> None:
    jobs = Queue("Jobs")
    waiting = Queue("Waiting", dead_letter=jobs, message_ttl=seconds(30))
    assert found(waiting) == [Mention(waiting, jobs, "after 30 s", due=True)]
    taken = Consumes(Worker("Worker"), waiting)
    assert found(taken) == [Mention(waiting, jobs, "dead letters", True)]


def test_what_cannot_be_delivered_goes_where_its_connection_says() -> None:
    mailer, dead = Service("Mailer"), Queue("Dead")
    assert found(Notifies(mailer, Client("App"), dead_letter=dead)) == [Mention(mailer, dead, "dead letters", True)]


def test_a_component_that_nothing_reaches_hangs_by_what_speaks_of_it() -> None:
    counts, posts, api, holds = Database("Counts"), Database("Posts"), Service("API"), Database("Holds")
    limiter, view = RateLimiter("Door", store=counts), MaterializedView("Feed", of=posts)
    write = Writes(api, view, hold=Hold(store=holds))
    assert found(limiter, write) == [
        Mention(limiter, counts, "kept in"),
        Mention(posts, view, "made from it"),
        Mention(api, holds, "kept in"),
    ]


def test_a_view_hangs_by_the_store_that_it_is_made_from() -> None:
    posts, api = Database("Posts"), Service("API")
    view = MaterializedView("Feed", of=posts)
    assert found(Writes(api, posts), view) == [Mention(posts, view, "made from it")]


def test_a_component_that_a_connection_reaches_needs_no_more() -> None:
    counts = Database("Counts")
    limiter = RateLimiter("Door", store=counts)
    assert found(Writes(limiter, counts), Calls(Client("App"), limiter)) == []


def test_what_a_connection_of_a_group_speaks_of_needs_no_more_where_it_is_reached() -> None:
    front, store = Group("Front"), Database("Store")
    shop = Service("Shop", group=front)
    assert found(shop, Writes(front, store, hold=Hold(store=store))) == []


def test_where_there_are_no_dead_letters_nothing_leads_to_them() -> None:
    assert found(Queue("Jobs", dead_letter=False)) == []
