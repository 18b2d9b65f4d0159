from dataclasses import replace

from archgen import (
    Ask,
    Cache,
    CacheAside,
    Calls,
    Choose,
    Client,
    Consumes,
    Database,
    Decision,
    DecisionTree,
    Design,
    Log,
    Need,
    Pattern,
    Queue,
    Reads,
    Requirements,
    Service,
    TradeOff,
    Worker,
    minutes,
    per_second,
    seconds,
)
from archgen.documents.applied import applied, title_of
from archgen.model.catalogue import Entry
from archgen.model.decided import Decided
from tests.documents.telling import told

HOLD = Cache("Hold", ttl=minutes(1))
KNOWN = Pattern(
    "Cache aside",
    use_when=["a"],
    avoid_when=["b"],
    structure=Design("Cache aside", [HOLD]),
    requires=[Need("an end for every entry", {HOLD: ["ttl"]}), Need("a cache", {HOLD: []})],
    trade_offs=[TradeOff("reads are fast", "copies are old")],
)
TREE = DecisionTree(
    "How are reads made fast?",
    Ask("Many?", lambda need: "yes", {"yes": Choose("cache-aside", "they repeat"), "no": Choose("none", "x")}, ["users"]),
)
DECIDED = Decided(Entry("reads", "caching", TREE.title, "", TREE), TREE.decide(Requirements()), Decision("reads"))


def test_a_pattern_is_told_with_its_roles_its_needs_here_and_its_price() -> None:
    aside = CacheAside(Service("API"), Cache("Copies", ttl=minutes(5)), Database("Store"))
    (one,) = applied(told(Design("D", [aside]), decisions=[DECIDED], patterns={"cache-aside": KNOWN}))
    assert one.title == "Cache aside"
    assert (
        one.where == 'Here with API as the app, Copies as the cache and Store as the store. It answers "How are reads made fast?"'
    )
    assert one.met == (("an end for every entry", "Copies (keeps an entry for 5 min)"),)
    assert one.trade_offs == (TradeOff("reads are fast", "copies are old"),)


def test_of_a_pattern_that_the_library_does_not_know_there_is_nothing_to_tell_but_its_name() -> None:
    known = told(Design("D", [Client("App")]), decisions=[DECIDED])
    assert list(applied(known)) == []
    assert title_of(known, "cache-aside") == "cache-aside"


def test_what_is_not_spoken_of_is_not_kept() -> None:
    assert told(Design("D", [Client("App")]), patterns={"cache-aside": KNOWN}).patterns == {}


def test_a_pattern_that_stands_in_several_places_tells_once_what_is_the_same_in_all() -> None:
    app = Service("API")
    two = [CacheAside(app, Cache(name), Database(store), timeout=seconds(1)) for name, store in (("A", "One"), ("B", "Two"))]
    (one,) = applied(told(Design("D", [*two]), patterns={"cache-aside": KNOWN}))
    assert (
        one.where
        == "Here with API as the app; as cache and store: A and One (given up after 1 s); B and Two (given up after 1 s)."
    )


def test_what_takes_dead_letters_does_not_count_as_what_a_pattern_needs() -> None:
    jobs = Queue("Any", durable=True)
    pattern = replace(KNOWN, requires=[Need("a queue that keeps", {jobs: ["durable"]})])
    dead = Queue("Dead", durable=True)
    beside = Queue("Beside", durable=True)
    take = Consumes(Worker("Worker"), Queue("Jobs", durable=True, dead_letter=dead))
    design = Design("D", [take, Log("Events", dead_letter=beside)])
    (one,) = applied(told(design, decisions=[DECIDED], patterns={"cache-aside": pattern}))
    assert one.met == (("a queue that keeps", "Jobs (outlasts a restart)"),)


def test_of_stores_only_those_count_that_are_asked_where_a_pattern_stands() -> None:
    app, api, seen, other = (
        Client("App"),
        Service("API"),
        *(Database(one, max_read_rate=per_second(9)) for one in ("Seen", "Other")),
    )
    poll = Calls(app, api, poll_interval=seconds(5))
    needs = [Need("a pause", {poll: ["poll_interval"]}), Need("a store that bears it", {seen: ["max_read_rate"]})]
    design = Design("D", [poll, Calls(app, api, label="order"), Reads(api, seen), Reads(Service("Elsewhere"), other)])
    decided = told(design, decisions=[DECIDED], patterns={"cache-aside": replace(KNOWN, requires=needs)})
    (one,) = applied(decided)
    assert [text.split(" (")[0] for _, text in one.met] == ["one of the calls of App to API", "Seen"]
