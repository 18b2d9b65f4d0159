"""What every pattern put to use owes: its own connections, made once, that link and stay clean of faults."""

import pytest

import archgen
from archgen import (
    Cache,
    Client,
    Component,
    Connection,
    Database,
    Design,
    ObjectStore,
    PatternInstance,
    Queue,
    Retry,
    Service,
    Step,
    Topic,
    Uploads,
    Walkthrough,
    Worker,
    minutes,
)
from archgen.model.link import link
from archgen.vocabulary import SORTS
from archgen.vocabulary.patterns.broadcast import Broadcast
from archgen.vocabulary.patterns.cache_aside import CacheAside
from archgen.vocabulary.patterns.presigned_upload import PresignedUpload
from archgen.vocabulary.patterns.read_replicas import ReadReplicas
from archgen.vocabulary.patterns.read_through import ReadThrough
from archgen.vocabulary.patterns.transactional_outbox import TransactionalOutbox
from archgen.vocabulary.patterns.work_queue import WorkQueue
from archgen.vocabulary.patterns.write_behind import WriteBehind
from archgen.vocabulary.patterns.write_through import WriteThrough

APP, STORE, HOT = Service("App"), Database("Store"), Cache("Hot", ttl=minutes(5))
JOBS, WORKER = Queue("Jobs"), Worker("Worker")
INSTANCES = [
    Broadcast(APP, Topic("Updates"), Service("Gateway")),
    CacheAside(APP, HOT, STORE),
    CacheAside(APP, HOT, STORE, read_only=True),
    PresignedUpload(Client("Phone"), APP, ObjectStore("Files"), events=JOBS),
    ReadReplicas(APP, STORE, Database("Copies")),
    ReadThrough(APP, HOT, STORE),
    TransactionalOutbox(APP, STORE, WORKER, JOBS),
    WorkQueue(APP, JOBS, WORKER),
    WorkQueue(APP, JOBS, WORKER, status=STORE),
    WriteBehind(APP, HOT, STORE),
    WriteThrough(APP, HOT, STORE),
]
every_instance = pytest.mark.parametrize("instance", INSTANCES, ids=lambda instance: type(instance).__name__)


def ends(instance: PatternInstance) -> list[tuple[str, str, str]]:
    return [(part.source.name, part.verb, part.target.name) for part in instance.connections]


def test_every_word_for_a_pattern_is_tried_here() -> None:
    assert {type(instance).__name__ for instance in INSTANCES} == set(SORTS["patterns"])


@every_instance
def test_it_brings_its_connections_into_a_design(instance: PatternInstance) -> None:
    architecture = link(Design("D", [instance]))
    assert instance.connections
    assert architecture.all_connections == instance.connections


@every_instance
def test_its_connections_are_the_same_each_time_they_are_asked_for(instance: PatternInstance) -> None:
    assert all(one is other for one, other in zip(instance.connections, instance.connections, strict=True))
    walk = Walkthrough("Go", [Step(part) for part in instance.connections])
    assert link(Design("D", [instance], walkthroughs=[walk])).design.walkthroughs == (walk,)


@every_instance
def test_every_component_that_it_is_given_takes_part(instance: PatternInstance) -> None:
    given = {value.name for value in vars(instance).values() if isinstance(value, Component)}
    assert given == {name for source, _, target in ends(instance) for name in (source, target)}


def test_two_uses_of_a_pattern_are_two() -> None:
    first, second = CacheAside(APP, HOT, STORE), CacheAside(APP, HOT, STORE)
    assert len(link(Design("D", [first, second])).all_connections) == 2 * len(first.connections)


def test_cache_aside_looks_loads_and_fills_and_deletes_what_changed() -> None:
    assert ends(CacheAside(APP, HOT, STORE)) == [
        ("App", "reads", "Hot"),
        ("App", "reads", "Store"),
        ("App", "writes", "Hot"),
        ("App", "writes", "Store"),
        ("App", "writes", "Hot"),
    ]


@pytest.mark.parametrize(("hit_rate", "filled"), [(0.95, 0.05), (None, None), (1, None)])
def test_a_cache_aside_fills_in_what_the_cache_misses(hit_rate: float | None, filled: float | None) -> None:
    _, _, fill, *_ = CacheAside(APP, Cache("Cache", hit_rate=hit_rate), STORE).connections
    assert fill.per_request == filled


def test_a_presigned_upload_is_tried_again_as_stated() -> None:
    again = Retry(5, backoff="exponential", jitter=True)
    _, upload = PresignedUpload(Client("Phone"), APP, ObjectStore("Files"), retry=again).connections
    assert isinstance(upload, Uploads)
    assert upload.retry is again


@pytest.mark.parametrize("name", SORTS["patterns"])
def test_it_names_the_pattern_of_the_library(name: str) -> None:
    word: type[PatternInstance] = getattr(archgen, name)
    assert word.pattern == word.pattern.lower() != ""


def test_a_pattern_of_an_author_s_own_is_one_too() -> None:
    @archgen.word
    class Fanout(PatternInstance):
        """Two consumers of one topic."""

        topic: Topic

        def connected(self) -> "list[Connection]":  # type: ignore[override]
            """A consumer for each purpose."""
            return [archgen.Consumes(Worker("Mail"), self.topic), archgen.Consumes(Worker("Index"), self.topic)]

    assert ends(Fanout(topic=Topic("News"))) == [("Mail", "consumes", "News"), ("Index", "consumes", "News")]
