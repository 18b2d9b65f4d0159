from archgen import Calls, Client, Queue, Service
from archgen.explaining.evidence import evidence
from archgen.model.estimate import Derivation, Quantity
from archgen.model.explanation import Evidence
from archgen.model.rule import Fact, Problem, derived, stated

API, JOBS = Service("API"), Queue("Jobs")
CALL = Calls(Client("App"), API)


def problem(*facts: Fact) -> Problem:
    return Problem(API, "is late", facts, "hurry")


def test_facts_are_told_by_the_words_that_they_are_read_from() -> None:
    rate = Quantity("requests", 40, "per second", Derivation("stated"))
    found = evidence(
        [problem(stated(CALL, "timeout"), derived(JOBS, rate)), problem(stated(CALL, "retry"), stated(CALL, "timeout"))]
    )
    assert found == [Evidence("calls", ("timeout", "retry"), (), ""), Evidence("queue", (), ("requests",), "")]


def test_what_is_neither_stated_nor_derived_rests_on_the_word_itself() -> None:
    found = evidence([problem(Fact("App calls API", CALL), Fact("nothing leads to Jobs", JOBS), Fact("it is assumed"))])
    assert found == [
        Evidence("calls", (), (), "that it is there"),
        Evidence("queue", (), (), "what it is and what it is connected with"),
    ]
