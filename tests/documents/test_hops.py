from archgen.documents.hops import walks
from archgen.model.part_leaf import WalkLeaf
from tests.documents.shown_shop import shop


def walked() -> list[WalkLeaf]:
    known = shop()
    return list(walks(known.architecture, known.figures, known.estimate))


def test_each_step_knows_its_line_its_ends_and_the_figure_to_follow_it_in() -> None:
    (walk,) = walked()
    assert (walk.name, walk.figure) == ("Show", "walkthrough-show")
    told = [(hop.number, hop.line, hop.source, hop.target, hop.figure) for hop in walk.hops if not hop.case]
    assert told == [
        ("1", "app-calls-api", "app", "api", "components-back"),
        ("2", "api-reads-store", "api", "store", "components-back"),
        ("2a.1", "app-calls-api", "api", "app", "components-back"),
        ("3", "app-calls-api", "api", "app", "components-back"),
    ]


def test_another_case_stands_before_its_steps_and_says_whether_it_ends_there() -> None:
    (walk,) = walked()
    case = next(hop for hop in walk.hops if hop.case)
    assert (case.number, case.text, case.failure, case.ends) == ("2a", "It is gone (failure, it ends here)", True, True)


def test_what_a_step_takes_is_told_once_and_of_the_usual_course_only() -> None:
    (walk,) = walked()
    assert {hop.number: hop.took for hop in walk.hops if hop.took} == {
        "1": "way between App and API 60 ms",
        "2": "50 ms",
    }
