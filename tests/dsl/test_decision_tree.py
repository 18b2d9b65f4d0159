"""Walks down a tree."""

from archgen import Ask, Choose, DecisionTree, Requirements, per_second, seconds
from archgen.dsl.decision_tree import Answer, Walk


def lag(need: Requirements) -> str | None:
    return None if need.staleness is None else "yes" if need.staleness >= seconds(1) else "no"


def load(need: Requirements) -> str | None:
    return None if need.write_rate is None else "high" if need.write_rate > 1000 else "low"


ASIDE, THROUGH, BEHIND = Choose("cache-aside", "simple"), Choose("write-through", "fresh"), Choose("write-behind", "fast")
LOAD = Ask("How many writes?", load, {"low": THROUGH, "high": BEHIND}, ["write_rate"])
LAG = Ask("May a read lag?", lag, {"yes": ASIDE, "no": LOAD}, ["staleness"])
TREE = DecisionTree("How should a write reach the cache?", LAG)


def test_a_walk_ends_at_a_choice() -> None:
    walk = TREE.decide(Requirements(staleness=seconds(0), write_rate=per_second(5000)))
    assert walk == Walk((Answer("May a read lag?", "no"), Answer("How many writes?", "high")), BEHIND)
    assert (walk.chosen, walk.open) == (BEHIND, None)


def test_a_walk_ends_at_the_first_question_without_an_answer() -> None:
    walk = TREE.decide(Requirements(staleness=seconds(0)))
    assert walk == Walk((Answer("May a read lag?", "no"),), LOAD)
    assert (walk.chosen, walk.open) == (None, LOAD)


def test_what_is_not_stated_is_not_zero() -> None:
    assert TREE.decide(Requirements()).open is LAG


def test_nodes_stand_before_what_follows_from_them() -> None:
    assert list(TREE.nodes()) == [LAG, ASIDE, LOAD, THROUGH, BEHIND]


def test_what_is_answered_besides_goes_before_what_is_required() -> None:
    walk = TREE.decide(Requirements(staleness=seconds(5)), {"May a read lag?": "no", "How many writes?": "low"})
    assert walk.chosen is THROUGH


def test_a_pattern_is_refused_by_the_answer_after_which_nothing_leads_to_it() -> None:
    again = DecisionTree(
        "Again", Ask("First?", lag, {"yes": LOAD, "no": Ask("Second?", load, {"low": BEHIND, "high": ASIDE}, [])}, [])
    )
    refused = again.refused(again.decide(Requirements(staleness=seconds(0), write_rate=per_second(1))))
    assert [(one.pattern, one.answer.question) for one in refused] == [("write-through", "First?"), ("cache-aside", "Second?")]
    assert TREE.refused(TREE.decide(Requirements())) == []


def test_a_tree_is_drawn_with_its_patterns_called_as_readers_know_them() -> None:
    end = Choose("row-lock", "few")
    again = Ask("Again?", lambda need: "yes", {"yes": end, "no": Choose("other", "many")}, [])
    called = DecisionTree("Which?", Ask("Few?", lambda need: "yes", {"yes": end, "no": again}, [])).called(
        {"row-lock": "Row lock"}
    )
    first, other = called.root.branches["yes"], called.root.branches["no"]
    assert isinstance(other, Ask)
    assert other.branches["yes"] is first
    assert [one.pattern for one in called.nodes() if isinstance(one, Choose)] == ["Row lock", "Row lock", "other"]
