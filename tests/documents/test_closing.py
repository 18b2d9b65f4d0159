from dataclasses import replace

from archgen import (
    Ask,
    Calls,
    Choose,
    Client,
    Decision,
    DecisionTree,
    Design,
    Requirements,
    Service,
    Step,
    Walkthrough,
    per_second,
    seconds,
)  # fmt: skip
from archgen.documents.closing import Line, closing, open_rulings
from archgen.model.catalogue import Entry
from archgen.model.decided import Decided
from tests.documents.parcels import dossier
from tests.documents.telling import told
from tests.documents.test_applied import DECIDED

OPEN = DecisionTree("Many?", Ask("Many?", lambda need: None, {"yes": Choose("a", "x"), "no": Choose("b", "y")}, ["users"]))
MADE_FOR = (
    "80 writes a second on average; 300 ms from an event to whoever must see it; "
    "99.5% of the time it has to answer, so that it may be away 3.6 h a month."
)


def test_a_document_ends_with_what_it_comes_to() -> None:
    assert list(closing(dossier())) == [
        Line("Shape", "5 components and 4 connections, in 1 group."),
        Line("Made for", MADE_FOR),
        Line("Nearest to a limit", "80% of Desk is taken."),
        Line("Decided", "", "message-queue"),
        Line("Checked", "4 rules, 1 finding; 1 waived with a reason; 1 rule crashed."),
    ]


def test_what_is_beyond_a_limit_and_what_is_near_one_are_told_apart() -> None:
    api, slow = Service("API", replicas=1, capacity=per_second(100)), Service("Slow", replicas=1, task_duration=seconds(2))
    app = Client("App")
    calls = [Calls(app, one, rate=per_second(93)) for one in (api, slow)]
    walk = Walkthrough("Ask", [Step(calls[1]), Step(calls[1], back=True)])
    known = told(Design("D", [*calls], requirements=Requirements(latency_p50=seconds(1)), walkthroughs=[walk]))
    assert [line for line in closing(known) if "limit" in line.heading] == [
        Line("Beyond a limit", '"Ask" takes at least 200% of the 1 s that it may.'),
        Line("Nearest to a limit", "93% of API is taken."),
    ]


def test_what_a_tree_advises_of_which_the_design_says_nothing_is_no_decision_of_it() -> None:
    advised = told(Design("D", [Client("App")]), decisions=[replace(DECIDED, decision=None)])
    lines = [line for line in closing(advised) if line.pattern]
    assert lines == [Line("Advised", "", "cache-aside")]


def test_questions_of_trees_are_open_where_the_design_names_them_or_none() -> None:
    asks = Decided(Entry("many", "caching", "Many?", "", OPEN), OPEN.decide(Requirements()), None)
    design = Design("D", [Client("App")])
    assert [one.decided for one in open_rulings(told(design, decisions=[asks]))] == [asks]
    assert open_rulings(told(design, decisions=[asks, DECIDED])) == []
    named = replace(asks, decision=Decision("many"))
    assert [one.decided for one in open_rulings(told(design, decisions=[named, DECIDED]))] == [named]


def test_what_is_decided_twice_is_told_once() -> None:
    again = replace(DECIDED, walk=DECIDED.walk)
    lines = closing(told(Design("D", [Client("App")]), decisions=[DECIDED, again]))
    assert [line.pattern for line in lines if line.heading == "Decided"] == ["cache-aside"]
