from collections.abc import Callable

import pytest
from pydantic import ValidationError

from archgen import Ask, Calls, Choose, Client, DecisionTree, Design, Requirements, Service
from archgen.figures import (
    Active,
    Axis,
    Bar,
    BarChart,
    Callout,
    Card,
    Cards,
    Case,
    Cell,
    Figure,
    Graph,
    Highlight,
    LineChart,
    Link,
    Message,
    Moment,
    Node,
    Note,
    Outcome,
    Panel,
    Piece,
    Question,
    Questions,
    Ring,
    RingKey,
    RingNode,
    Sequence,
    Series,
    Span,
    Table,
    Threshold,
    Timeline,
    Track,
    Walked,
)

ALONG, UP = Axis("time"), Axis("load")
CARDS = Cards([Card("One")])


def test_a_design_is_a_panel() -> None:
    design = Design("A call", [Calls(Client("App"), Service("API"))])
    assert Figure("Title", [design, CARDS]).panels == (design, CARDS)


@pytest.mark.parametrize("panels", [[], ["text"], "text", [Card("One")], CARDS])
def test_what_is_no_panel_is_refused(panels: object) -> None:
    with pytest.raises(ValidationError):
        Figure("Title", panels)  # type: ignore[arg-type]


def test_a_panel_needs_a_kind() -> None:
    with pytest.raises(ValidationError, match="only says what other words have in common"):
        Panel()


def test_cards_need_a_card() -> None:
    with pytest.raises(ValidationError, match="at least one card"):
        Cards([])


def test_a_card_tells_all_that_it_says() -> None:
    card = Card(
        "Store",
        "Kept in Redis.",
        value="1 ms",
        points=["fast"],
        pros=["shared"],
        cons=["a hop"],
        code=["GET s"],
        note="Begin here",
    )
    assert card.told() == "Store: 1 ms; Kept in Redis; fast; for it: shared; against it: a hop; GET s; Begin here."
    assert Card("Alone").told() == "Alone: no more is said."


def test_cards_that_follow_one_another_are_numbered_where_they_are_told() -> None:
    assert Cards([Card("Ask", "why"), Card("Do", "it")], ordered=True).told() == "1. Ask: why. 2. Do: it."


@pytest.mark.parametrize(
    ("columns", "rows", "chosen", "message"),
    [
        (["Name"], [["a"]], None, "at least two columns"),
        (["Name", "Cost"], [], None, "one row"),
        (["Name", "Cost"], [["a"]], None, "the row 'a' has 1 cells for 2 columns"),
        (["Name", "Cost"], [["a", "b"]], "c", "no column or row is called 'c'"),
    ],
)
def test_what_is_no_table_is_refused(columns: list[str], rows: list[list[str]], chosen: str | None, message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        Table(columns, rows, chosen=chosen)


def test_a_table_is_told_row_by_row() -> None:
    table = Table(["Level", "Dirty read", "Cost"], [["Committed", Cell("never", mark="yes"), ""]])
    assert table.told() == "A table of Level, Dirty read, Cost. Committed: Dirty read, yes: never; Cost, nothing."


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: BarChart([]), "at least one bar"),
        (lambda: BarChart([Bar("Nothing", 0)], logarithmic=True), "above zero"),
        (lambda: LineChart([Series("One", [(0, 0)])], ALONG, UP), "two points or more"),
        (lambda: LineChart([Series("One", [(1, 0), (0, 1)])], ALONG, UP), "go back"),
        (lambda: BarChart([Bar("One", 3, pieces=[Piece("log", 1)])]), "add up to 1, and its value is 3"),
        (lambda: BarChart([Bar("One", 1, pieces=[Piece("log", 1)])], logarithmic=True), "on an even scale only"),
        (lambda: BarChart([Bar("B", 3, pieces=[Piece("log", 1), Piece("log", 2, tone="bad")])]), "have several colours"),
        (lambda: Highlight(2, 2, "nothing"), "begins at 2 and ends at 2"),
        (lambda: Series("One", [(0, 0), (1, 1)], callouts=[Callout(2, "there")]), "does not reach 2"),
        (lambda: LineChart([Series("One", [(0, 0), (1, 1)])], ALONG, Axis("load", logarithmic=True)), "'load' is logarithmic"),
    ],
)
def test_what_is_no_chart_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_charts_are_told_in_numbers() -> None:
    bars = BarChart([Bar("Redis", 0.5, note="one hop"), Bar("Disk", 10)], unit="ms", thresholds=[Threshold(100, "people notice")])
    assert bars.told() == "Redis: 0.5 ms (one hop). Disk: 10 ms. people notice at 100 ms."
    lines = LineChart([Series("Depth", [(0, 0), (5, 90), (9, 10)])], Axis("time", unit="min"), Axis("waiting"))
    assert lines.told() == "Upwards waiting, along time. Depth: from 0 at 0 min, 90 at 5 min at the highest to 10 at 9 min."


def test_what_charts_point_out_is_told() -> None:
    bars = BarChart([Bar("Two indexes", 7, pieces=[Piece("log", 1), Piece("pages", 6)])])
    assert bars.told() == "Two indexes: 7 (log 1, pages 6)."
    lines = LineChart(
        [Series("mean", [(0, 50), (100, 1)], callouts=[Callout(95, "usual")])],
        Axis("hits", unit="%"),
        Axis("mean", unit="ms"),
        highlights=[Highlight(90, 100, "worth it")],
    )
    assert lines.told() == (
        "Upwards mean, along hits. mean: from 50 ms at 0 % to 1 ms at 100 %; usual: 3.45 ms at 95 %. worth it from 90 % to 100 %."
    )


def test_a_stepped_line_is_as_high_as_its_last_point() -> None:
    points = [(0, 1), (10, 5), (20, 9)]
    assert [Series("s", points, stepped=stepped).height(15) for stepped in (False, True)] == [7, 5]


def test_a_timeline_is_told_track_by_track() -> None:
    timeline = Timeline(
        [Track("Worker", [Span(0, 8, "works"), Span(8, 34, waiting=True)]), Track("Store", [Moment(36, "refuses")])],
        unit="s",
        marks=[Moment(30, "the lease ends")],
    )
    assert timeline.told() == (
        "Worker: works from 0 s to 8 s, waiting from 8 s to 34 s. Store: refuses at 36 s. The lease ends at 30 s."
    )


def test_a_span_ends_after_it_begins() -> None:
    with pytest.raises(ValidationError, match="begins at 3 and ends at 3"):
        Span(3, 3)
    with pytest.raises(ValidationError, match="at least one track"):
        Timeline([Track("Nobody", [])])


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Ring([RingNode("A", [0])]), "at least two nodes"),
        (lambda: Ring([RingNode("A", [0]), RingNode("A", [1])]), "a name of its own"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [0])]), "a place on the ring that no other has"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [])]), "a place on the ring"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [1])], coming="C"), "no node is called 'C'; there are A, B"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [1])], coming="A", going="B"), "one change at a time"),
        (lambda: Ring([RingNode("A", [0]), RingNode("B", [360])]), "less than 360"),
    ],
)
def test_what_is_no_ring_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_a_ring_is_told_by_shares_owners_and_what_moves() -> None:
    ring = Ring([RingNode("A", [90]), RingNode("B", [180]), RingNode("C", [0])], [RingKey("k", 100), RingKey("l", 10)], going="B")
    assert ring.told() == (
        "A has one place and owns 25 % of the ring. B has one place and owns 25 % of the ring. "
        "C has one place and owns 50 % of the ring. "
        "k belongs to B, and now to C. l belongs to A. B is just lost; what is left is owned by A 25 %, C 75 %."
    )


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Sequence(["A", "A"], [Message("A", "A", "x")]), "the same name"),
        (lambda: Sequence(["A", "B"], [Active("A", [Message("A", "C", "x")])]), "no participant is called 'C'; there are A, B"),
        (lambda: Sequence(["A"], [Case("if so", [Note("well", over=["D"])])]), "no participant is called 'D'"),
        (lambda: Sequence(["A"], [Note("well")]), "at least one message"),
    ],
)
def test_what_is_no_sequence_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_a_sequence_is_told_step_by_step() -> None:
    pay = Active("B", [Message("A", "B", "pay", at="0 s"), Message("B", "B", "charge")])
    fail = Case("If it fails", [Message("B", "A", "sorry", lost=True)])
    assert Sequence(["A", "B"], [pay, Note("nobody knows", over=["A"]), fail]).told() == (
        "1. A to B at 0 s: pay. 2. B: charge. A: nobody knows. If it fails: 3. B to A: sorry, which is lost."
    )


TREE = DecisionTree(
    "Which way?", Ask("Is it far?", lambda _: None, {"yes": Choose("train", "it is far"), "no": Choose("walk", "it is near")}, [])
)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Graph([]), "a graph needs nodes"),
        (lambda: Graph(["A", Node("A")]), "a name of its own"),
        (lambda: Graph(["A"], [Link("A", "B")]), "no node is called 'B'; there are A"),
        (lambda: Walked(TREE), "either what the system needs or the answers"),
        (lambda: Walked(TREE, answers=["perhaps"]), "has no answer 'perhaps'; there are yes, no"),
        (lambda: Walked(TREE, answers=["yes", "no"]), "the way ends at 'train' before it"),
    ],
)
def test_what_is_no_graph_or_way_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()


def test_graphs_and_ways_are_told() -> None:
    assert Graph([Node("A", "first"), "B"], [Link("A", "B", "then")]).told() == "A: first. B. A to B: then."
    assert Walked(TREE, answers=["no"]).told() == "Which way? Is it far? no. Choose walk: it is near."
    assert Walked(TREE, Requirements()).told() == "Which way? Open: Is it far?"


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Question("Far?", {"yes": Outcome("train")}), "two answers or more"),
        (
            lambda: Questions(Question("Far?", {"yes": Outcome("train"), "no": Outcome("walk")}), taken=["so so"]),
            "has no answer 'so so'",
        ),
    ],
)
def test_what_is_no_question_is_refused(make: Callable[[], object], message: str) -> None:
    with pytest.raises(ValidationError, match=message):
        make()
