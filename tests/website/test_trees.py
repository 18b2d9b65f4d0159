from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.dsl.requirements import Requirements
from archgen.model.catalogue import Entry
from archgen.website.trees import questions, walk_anchor, ways

END = Choose("end", "it ends")
SHARED = Ask("Shared?", lambda need: None, {"yes": END, "no": END}, ["media"])
ROOT = Ask("Live?", lambda need: None if need.media is None else str(need.media), {"True": END, "False": SHARED}, ["media"])
LIVE = Entry("live", "caching", "Live?", "", DecisionTree("Live?", ROOT))
TREE = DecisionTree("Which?", Ask("First?", lambda need: None, {"a b": SHARED, "c": SHARED}, []))


def test_a_question_that_several_answers_lead_to_is_told_once() -> None:
    root = questions(TREE)
    first, second = root.answers
    assert first.ask is not None
    assert (root.number, first.ask.number, second.ask, second.again) == (1, 2, None, 2)
    assert [(need.name, need.meaning) for need in first.ask.needs] == [("media", "Whether people hear or see each other live.")]


def test_every_way_has_an_address() -> None:
    found = [way.address for way in ways(Entry("which", "caching", "Which?", "", TREE))]
    assert found == ["walk=a-b/yes", "walk=a-b/no", "walk=c/yes", "walk=c/no"]


def test_the_lines_of_a_way_name_the_tree() -> None:
    first, *_ = ways(LIVE)
    assert first.yaml == "requirements:\n  media: true\ndecisions:\n  - {tree: live}"
    assert first.python == 'requirements=Requirements(\n    media=True,\n),\ndecisions=[Decision("live")],'


def test_a_walk_is_told_by_its_way_or_by_the_question_that_it_leaves_open() -> None:
    needs = (Requirements(media=True), Requirements(media=False), Requirements())
    assert [walk_anchor(LIVE, LIVE.value.decide(need)) for need in needs] == ["#walk=true", "#question--2", "#question--1"]


def test_a_walk_that_no_requirements_take_has_no_place() -> None:
    shared = {SHARED.question: "yes"}
    assert walk_anchor(LIVE, LIVE.value.decide(Requirements(media=False), shared)) == ""
