"""What a word states, as people read it."""

import pytest

from archgen import (
    AccessPath,
    Cache,
    Calls,
    Client,
    Component,
    Database,
    Encryption,
    Entity,
    Hold,
    Queue,
    Reads,
    Requirements,
    Retry,
    Service,
    Sharding,
    Table,
    Workflow,
    WorkflowStep,
    Writes,
    minutes,
    word,
)
from archgen.documents.facts import facts, joined, value
from archgen.dsl.word import Word

SHARDED = "8 shards, by user_id, by hash slots"
RETRIED = "tried 3 times, with even pauses, after 503 and time_out"
APP, API, STORE = Client("App"), Service("API"), Database("Store")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Database("S", backups=True), "backed up"),
        (Database("S", backups=False), "not backed up"),
        (Database("S", encryption=False), "no encryption"),
        (Database("S", encryption=Encryption()), "encrypted"),
        (Database("S", availability=0.9995), "answers 99.95% of the time"),
        (Database("S", availability=0.99999999999), "answers 99.999999999% of the time"),
        (Database("S", engine="my_db", role="replica", note="kept_apart"), "kept_apart; my_db; a copy"),
        (Database("S", sharding=Sharding(8, key="user_id", strategy="hash_slots")), SHARDED),
        (Database("S", holds=[Entity("Order"), Table("Line"), Entity("Bill")]), "holds Order, Line and Bill"),
        (Database("S", requirements=Requirements(users=3)), ""),
        (Queue("Q", dead_letter=Queue("Dead"), max_receives="unlimited"), "what fails goes to Dead; handed out without end"),
        (Queue("Q", dead_letter=False), "nowhere for what fails"),
        (Calls(APP, API, "asks", retry=False, protocol="sse"), "SSE; not tried again"),
        (Calls(APP, API, retry=Retry(3, backoff="fixed", retry_on=["503", "time_out"])), RETRIED),
        (Reads(API, STORE, access=AccessPath(filter=["user_id"], returns="list")), "looked up by user_id, a list comes back"),
        (Writes(API, STORE, hold=Hold(ttl=minutes(10), store=STORE)), "hold: for 10 min, kept in Store"),
        (Writes(API, STORE, invalidates=[Cache("Copies")]), "tells Copies"),
        (Table("T", indexes=[]), "no indexes"),
        (WorkflowStep("s", runs_on=API, compensation=False), "name s; runs on API; no compensation"),
        (Workflow("W", steps=[WorkflowStep("s")], summary="All of it."), "steps name s"),
    ],
)
def test_facts_read_well(said: Word, told: str) -> None:
    assert facts(said) == told


def test_what_has_a_column_of_its_own_is_left_out() -> None:
    assert facts(Database("S", engine="X", backups=True), ("engine",)) == "backed up"


def test_one_attribute_can_be_asked_for() -> None:
    assert value(Database("S", role="primary"), "role") == "primary"
    assert value(Database("S"), "role") == ""


def test_an_author_s_own_word_is_told_as_far_as_it_can_be() -> None:
    @word
    class Window(Component):
        """Glass."""

        panes: dict[str, float] | None = None
        clear: bool | None = None

    assert facts(Window("Front", panes={"left": 1.5}, clear=False)) == "panes left: 1.5; clear: no"


def test_several_things_are_joined_as_people_do() -> None:
    assert joined(["one", "two"]) == "one and two"
