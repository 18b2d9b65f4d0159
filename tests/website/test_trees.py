from archgen.dsl.decision_tree import Ask, Choose, DecisionTree
from archgen.model.catalogue import Entry
from archgen.website.trees import questions, ways

END = Choose("end", "it ends")
SHARED = Ask("Shared?", lambda need: None, {"yes": END, "no": END}, ["media"])
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
    root = Ask("Live?", lambda need: None if need.media is None else str(need.media), {"True": END, "False": END}, ["media"])
    first, *_ = ways(Entry("live", "caching", "Live?", "", DecisionTree("Live?", root)))
    assert first.yaml == "requirements:\n  media: true\ndecisions:\n  - {tree: live}"
    assert first.python == 'requirements=Requirements(\n    media=True,\n),\ndecisions=[Decision("live")],'
