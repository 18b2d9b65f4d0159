"""Which reads of a database a cache stands before."""

from archgen import Cache, Calls, Connection, Database, Design, Reads, Service, Writes
from archgen.model.cached_read import cache_before, stores_behind
from archgen.model.link import link

API, OTHER, HOT, STORE = Service("API"), Service("Other"), Cache("Hot"), Database("Store")
ASK, LOAD, FILL = Reads(API, HOT), Reads(API, STORE), Writes(API, HOT)


def before(read: Connection, *others: Connection) -> Cache | None:
    return cache_before(link(Design("D", [read, *others])), read)


def test_a_reader_that_asks_and_fills_a_cache_reads_what_it_missed() -> None:
    assert before(LOAD, ASK, FILL) is HOT


def test_a_cache_that_nobody_is_said_to_fill_counts() -> None:
    assert before(LOAD, ASK) is HOT


def test_a_cache_that_others_alone_write_to_is_no_copy() -> None:
    assert before(LOAD, ASK, Writes(OTHER, HOT)) is None


def test_a_cache_that_reads_through_is_its_own_reader() -> None:
    assert before(Reads(HOT, STORE)) is HOT


def test_a_reader_that_asks_no_cache_reads_the_store() -> None:
    assert before(LOAD, Reads(OTHER, HOT)) is None


def test_only_reads_of_databases_are_meant() -> None:
    assert before(ASK) is None
    assert before(Calls(API, STORE), ASK) is None


def test_the_stores_behind_a_cache_stand_once_each() -> None:
    second = Database("Second")
    architecture = link(Design("D", [ASK, LOAD, Reads(API, STORE), Reads(API, second), Reads(OTHER, STORE)]))
    assert stores_behind(architecture, HOT) == [STORE, second]
