from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.layout.lifelines import place_sequence
from archgen.model.drawing import Box, Case, LegendEntry, Message, Sequence
from archgen.model.picture import MAX_WIDTH, Icon, Line, Link, Picture, Rect, Text

SHOP = (
    Box("app", "Mobile app", "iOS / Android", "device-mobile", "client"),
    Box("api", "API gateway", "auth, rate limit", "router", "edge"),
    Box("orders", "Order service", "3 replicas", "server", "compute"),
)
WORDS = st.lists(st.sampled_from(["order", "with", "an", "idempotency-key", "NotificationDispatcher", "42"]), max_size=9)


@st.composite
def sequences(draw: st.DrawFn) -> Sequence:
    names = [str(number) for number in range(draw(st.integers(1, 7)))]
    boxes = [
        Box(name, " ".join(draw(WORDS)) or "box", " ".join(draw(WORDS)[:3]), draw(st.sampled_from(["", "server"])))
        for name in names
    ]
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names))
    messages = [Message(*draw(ends), " ".join(draw(WORDS))) for _ in range(draw(st.integers(0, 8)))]
    bounds = sorted(draw(st.lists(st.integers(0, len(messages)), max_size=6)))
    cases = [Case(" ".join(["1a.", *draw(WORDS)]), first, last) for first, last in zip(bounds[::2], bounds[1::2], strict=False)]
    return Sequence("s", "S", "", tuple(boxes), tuple(messages), (LegendEntry("dashed", "does not wait"),), tuple(cases))


def exchange(*messages: Message) -> Picture:
    return place_sequence(Sequence("shop", "Shop", "How an order goes", SHOP, messages))


def texts(picture: Picture, role: str) -> list[Text]:
    return [shape for shape in picture.shapes if isinstance(shape, Text) and shape.role == role]


def lines(picture: Picture, role: str) -> list[Line]:
    return [shape for shape in picture.shapes if isinstance(shape, Line) and shape.role == role]


def ink(text: Text) -> tuple[float, float, float, float]:
    left = text.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.anchor] * text.width
    return left, text.y - 9, left + text.width, text.y + 3


def extent(shape: Rect | Icon | Text | Line) -> tuple[float, float, float, float]:
    match shape:
        case Text():
            return ink(shape)
        case Icon():
            return shape.x, shape.y, shape.x + shape.size, shape.y + shape.size
        case Rect():
            return shape.x, shape.y, shape.x + shape.width, shape.y + shape.height
    xs, ys = [point.x for point in shape.points], [point.y for point in shape.points]
    return min(xs), min(ys), max(xs), max(ys)


def overlap(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_messages_are_numbered_from_the_lifeline_that_sends_them() -> None:
    picture = exchange(Message("app", "api", "order"), Message("api", "orders", "order"))
    app, api, _ = (line.points[0].x for line in lines(picture, "lifeline"))
    assert [(text.text, text.x) for text in texts(picture, "badge")] == [("1", app), ("2", api)]


def test_a_message_ends_with_a_head_at_the_lifeline_that_receives_it() -> None:
    arrow = lines(picture := exchange(Message("orders", "app", "done", "dashed")), "arrow")[0]
    assert (arrow.head, arrow.style) == (True, "dashed")
    assert abs(arrow.points[-1].x - lines(picture, "lifeline")[0].points[0].x) <= 1


def test_a_message_to_oneself_comes_back_below_where_it_left() -> None:
    arrow = lines(exchange(Message("api", "api", "check the signature")), "arrow")[0]
    assert arrow.points[-1].y > arrow.points[0].y
    assert arrow.points[0].x > arrow.points[-1].x


def test_the_last_lifeline_turns_its_messages_to_itself_inwards() -> None:
    picture = exchange(Message("orders", "orders", "check the unique index"))
    assert lines(picture, "arrow")[0].points[1].x < lines(picture, "lifeline")[2].points[0].x
    assert picture.width == exchange(Message("app", "api", "order")).width


def test_a_text_that_would_be_crossed_by_a_lifeline_hides_it() -> None:
    picture = exchange(Message("app", "orders", "a text that is long enough to lie over the middle lifeline"))
    label = texts(picture, "label")[0]
    halo = next(shape for shape in picture.shapes if isinstance(shape, Rect) and shape.role == "halo")
    assert overlap(ink(label), extent(lines(picture, "lifeline")[1]))
    assert halo.x < ink(label)[0] < ink(label)[2] < halo.x + halo.width
    assert picture.shapes.index(halo) < picture.shapes.index(label)


def test_a_text_stands_between_two_lifelines_where_it_fits() -> None:
    picture = exchange(Message("app", "orders", "short"))
    label = texts(picture, "label")[0]
    assert not any(overlap(ink(label), extent(line)) for line in lines(picture, "lifeline"))
    assert not [shape for shape in picture.shapes if isinstance(shape, Rect) and shape.role == "halo"]


def test_the_text_of_what_is_lost_stands_over_what_is_seen_of_its_line() -> None:
    picture = exchange(Message("app", "api", "order", lost=True))
    line, label = lines(picture, "arrow")[0], texts(picture, "label")[0]
    assert abs(label.x - (line.points[0].x + line.points[-1].x) / 2) < 1


def test_a_message_without_words_is_an_arrow_alone() -> None:
    picture = exchange(Message("app", "orders", ""))
    assert (len(lines(picture, "arrow")), texts(picture, "label")) == (1, [])


def test_another_case_stands_in_a_frame_around_its_messages() -> None:
    ask = Message("app", "api", "order")
    case = Case("1a. The shop is closed", 1, 3, "bad")
    picture = place_sequence(Sequence("shop", "Shop", "", SHOP, (ask, ask, ask, ask), cases=(case,)))
    (frame,) = (line for line in lines(picture, "arrow") if line.tone == "bad")
    (told,) = texts(picture, "step")
    rows = [text.y for text in texts(picture, "badge")]
    top, bottom = min(point.y for point in frame.points), max(point.y for point in frame.points)
    assert (told.text, told.tone, frame.head) == ("1a. The shop is closed", "bad", False)
    assert frame.points[0] == frame.points[-1]
    assert rows[0] < top < told.y < rows[1] < rows[2] < bottom < rows[3]


def test_a_case_within_a_case_stands_further_in() -> None:
    ask = Message("app", "api", "order", number="1a.1")
    cases = (Case("outer", 0, 2), Case("inner", 0, 1), Case("empty", 2, 2))
    picture = place_sequence(Sequence("shop", "Shop", "", SHOP, (ask, ask), cases=cases))
    told = sorted(texts(picture, "step"), key=lambda text: text.y)
    assert [text.text for text in told] == ["outer", "inner", "empty"]
    assert told[0].x == told[2].x < told[1].x
    assert {text.text for text in texts(picture, "badge")} == {"1a.1"}


def test_a_legend_stands_below_the_lifelines() -> None:
    legend = (LegendEntry("solid", "waits for the answer"), LegendEntry("dashed", "does not wait"))
    picture = place_sequence(Sequence("shop", "Shop", "", SHOP, (Message("app", "api", "order"),), legend))
    foot = lines(picture, "lifeline")[0].points[1].y
    assert [(text.text, text.y > foot) for text in texts(picture, "legend")] == [(e.meaning, True) for e in legend]


def test_a_sequence_without_participants_or_messages_is_still_a_picture() -> None:
    assert place_sequence(Sequence("none", "None", "", (), ())).shapes == ()
    assert len(texts(exchange(), "title")) == 3


def test_the_picture_says_what_the_sequence_says() -> None:
    picture = exchange()
    assert (picture.title, picture.description) == ("Shop", "How an order goes")


@settings(max_examples=40, deadline=None)
@given(sequences())
def test_nothing_overlaps_and_all_stays_within_the_figure(sequence: Sequence) -> None:
    picture = place_sequence(sequence)
    written = [shape for shape in picture.shapes if isinstance(shape, Text)]
    cards = [shape for shape in picture.shapes if isinstance(shape, Rect) and shape.role == "box"]
    assert picture.width <= MAX_WIDTH
    for shape in picture.shapes:
        assert not isinstance(shape, Link)
        left, top, right, bottom = extent(shape)
        assert min(left, top) >= 0
        assert right <= picture.width
        assert bottom <= picture.height
    assert not [pair for pair in combinations(written, 2) if overlap(ink(pair[0]), ink(pair[1]))]
    assert not [pair for pair in pairwise(cards) if overlap(extent(pair[0]), extent(pair[1]))]


@settings(max_examples=40, deadline=None)
@given(sequences())
def test_no_line_runs_through_a_text_that_does_not_hide_it(sequence: Sequence) -> None:
    picture = place_sequence(sequence)
    halos = [extent(shape) for shape in picture.shapes if isinstance(shape, Rect) and shape.role == "halo"]
    labels = [ink(text) for text in texts(picture, "label")]
    bare = [label for label in labels if not any(overlap(label, halo) for halo in halos)]
    strokes = [
        extent(Line(pair, head=False))
        for line in lines(picture, "lifeline") + lines(picture, "arrow")
        for pair in pairwise(line.points)
    ]
    assert not [(label, stroke) for label in bare for stroke in strokes if overlap(label, stroke)]


def test_what_belongs_to_a_participant_or_a_step_is_marked() -> None:
    placed = exchange(Message("app", "api", "order"), Message("api", "orders", "order", number="2a.1"))
    assert {text.text: text.mark for text in texts(placed, "badge")} == {"1": "step:1", "2a.1": "step:2a.1"}
    assert {text.text: text.mark for text in texts(placed, "title")}["API gateway"] == "part:api"
    assert [line.mark for line in lines(placed, "arrow") if line.mark] == ["step:1", "step:2a.1"]
