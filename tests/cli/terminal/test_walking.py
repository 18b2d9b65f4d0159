"""Walking down a tree with somebody who answers."""

from archgen import Ask, Choose, DecisionTree, Requirements
from archgen.cli.terminal.walking import walked

SECOND = Ask("Sweet?", lambda need: None, {"Yes": Choose("cake", "sweet"), "No": Choose("bread", "plain")}, ["media"])
TREE = DecisionTree("What to eat?", Ask("Hungry?", lambda need: None, {"yes": SECOND, "no": Choose("tea", "light")}, ["media"]))


def said(*lines: str) -> tuple[str | None, str]:
    told: list[str] = []
    waiting = iter(lines)
    walk = walked(TREE, Requirements(), lambda ask: ["because"], lambda: next(waiting, None), told.append)
    return walk.chosen.pattern if walk.chosen else None, "\n".join(told)


def test_answers_are_numbers_or_words_in_any_case() -> None:
    assert said("1", "YES")[0] == "cake"
    assert said("y", "2")[0] == "bread"


def test_nobody_who_answers_ends_it() -> None:
    assert said() == said("q")
    assert said("yes")[0] is None


def test_one_goes_back_to_what_was_answered_last() -> None:
    assert said("yes", "b", "no")[0] == "tea"
    assert "because" in said("?")[1]
