"""Decision records."""

from archgen import Ask, Choose, Decision, DecisionTree, Requirements
from archgen.documents.records import Case, additions, recorded
from archgen.model.catalogue import Entry
from archgen.model.decided import Decided

ASIDE, THROUGH = Choose("cache-aside", "reads may lag"), Choose("write-through", "nothing may lag")
TREE = DecisionTree(
    "How is a cache written?",
    Ask(
        "May a read lag?",
        lambda need: need.consistency and "yes" if need.consistency != "strong" else "no",
        {"yes": ASIDE, "no": THROUGH},
        ["consistency"],
    ),
)
ENTRY = Entry("cache-writes", "caching", TREE.title, "Lag decides.\n\n## How it decides\nBy lag.", TREE)


def case(need: Requirements, decision: Decision | None = None, design: str = "") -> Case:
    return Case(Decided(ENTRY, TREE.decide(need), decision), {}, design)


def test_a_decision_is_recorded_once() -> None:
    wanted = [case(Requirements(consistency="strong"))]
    written = additions(wanted, {})
    assert list(written) == ["0001-how-is-a-cache-written.md"]
    assert additions(wanted, written) == {}


def test_an_open_question_is_no_decision() -> None:
    assert additions([case(Requirements())], {}) == {}


def test_what_the_design_takes_instead_is_recorded_with_both_reasons() -> None:
    own = Decision("cache-writes", choice="cache-aside", reason="writes are rare")
    (text,) = additions([case(Requirements(consistency="strong"), own)], {}).values()
    assert "Chosen option: cache-aside, because writes are rare. The tree advises write-through: nothing may lag." in text


def test_the_same_question_of_two_designs_is_decided_twice() -> None:
    one, other = (case(Requirements(consistency="strong"), design=name) for name in ("Shop", "Chat"))
    assert [record.subject for record in recorded(additions([one, other], {}))] == ["shop/cache-writes", "chat/cache-writes"]


def test_names_of_designs_are_no_markup() -> None:
    (text,) = additions([case(Requirements(consistency="strong"), design="<b>&[x](javascript:1)")], {}).values()
    assert "<b>" not in text.replace("\\<b>", "")
