from hypothesis import given
from hypothesis import strategies as st

from archgen.diagrams.notation.exchange import exchange
from archgen.figures import Active, Case, Message, Note, Participant, Sequence
from archgen.layout.columns import columns
from archgen.layout.lifelines import place_sequence
from archgen.layout.panels.block import Block
from archgen.layout.steps import stacked
from archgen.model.picture import MAX_WIDTH, Line, Rect, Text
from tests.layout.panels.laws import check

NAMES = ["Client", "Payments", "Card network", "A store of the second region"]
TEXTS = st.sampled_from(["pay", "charge the card, with the reference of the order", "yes, I can commit"])
MESSAGES = st.builds(
    Message,
    source=st.sampled_from(NAMES),
    target=st.sampled_from(NAMES),
    text=TEXTS,
    at=st.sampled_from(["", "50 ms", "12 minutes"]),
    lost=st.booleans(),
    answer=st.booleans(),
)
NOTES = st.builds(Note, text=TEXTS, over=st.lists(st.sampled_from(NAMES), max_size=2))
STEPS = st.recursive(
    MESSAGES | NOTES,
    lambda inner: (
        st.builds(Active, participant=st.sampled_from(NAMES), steps=st.lists(inner, max_size=3))
        | st.builds(Case, text=st.just("if it fails"), steps=st.lists(inner, max_size=3))
    ),
    max_leaves=6,
)
SEQUENCES = st.builds(
    lambda first, steps, group, numbered: Sequence(
        [Participant(NAMES[0], group=group), Participant(NAMES[1], group=group), *NAMES[2:]], [first, *steps], numbered=numbered
    ),
    MESSAGES,
    st.lists(STEPS, max_size=5),
    st.sampled_from([None, "Ours"]),
    st.booleans(),
)


@given(SEQUENCES)
def test_notes_and_texts_stay_apart_and_within_the_figure(panel: Sequence) -> None:
    picture = place_sequence(exchange(panel))
    assert picture.width <= MAX_WIDTH
    notes = [shape for shape in picture.shapes if isinstance(shape, Rect) and shape.role == "tile"]
    assert all(note.x > 0 and note.x + note.width < picture.width for note in notes)
    check(Block(picture.width, picture.height, tuple(shape for shape in picture.shapes if not _is_number(shape))))


@given(SEQUENCES)
def test_lifelines_stop_at_notes(panel: Sequence) -> None:
    shapes = place_sequence(exchange(panel)).shapes
    notes = [shape for shape in shapes if isinstance(shape, Rect) and shape.role == "tile"]
    for line in (shape for shape in shapes if isinstance(shape, Line) and shape.role == "lifeline"):
        top, bottom = line.points[0], line.points[-1]
        crossed = [
            note for note in notes if note.x < top.x < note.x + note.width and top.y < note.y + note.height and bottom.y > note.y
        ]
        assert crossed == []


@given(SEQUENCES)
def test_what_is_lost_has_no_head_and_everything_else_has_one(panel: Sequence) -> None:
    told = exchange(panel)
    arrows = [shape for shape in place_sequence(told).shapes if isinstance(shape, Line) and shape.role == "arrow"]
    headless = sum(not line.head for line in arrows) - len(told.cases)
    assert headless == sum(message.lost and message.source != message.target for message in told.messages)


@given(SEQUENCES)
def test_every_time_stands_left_of_all_lifelines(panel: Sequence) -> None:
    told = exchange(panel)
    shapes = place_sequence(told).shapes
    left = min(shape.points[0].x for shape in shapes if isinstance(shape, Line) and shape.role == "lifeline")
    times = [shape for shape in shapes if isinstance(shape, Text) and shape.anchor == "end" and shape.role == "legend"]
    assert sorted(text.text for text in times) == sorted(message.time for message in told.messages if message.time)
    assert all(text.x < left for text in times)


@given(MESSAGES, st.lists(NOTES, min_size=1, max_size=3))
def test_what_a_case_ends_with_stands_within_it(message: Message, notes: list[Note]) -> None:
    inner = Case("inner", [message, *notes])
    told = exchange(Sequence(NAMES, [message, Case("outer", [message, inner, *notes]), message]))
    stack = stacked(told, columns(told), 100)
    assert len(stack.notes) == 2 * len(notes)
    for row in stack.notes:
        band = next(band for band in stack.bands if band.case is told.cases[row.note.case or 0])
        assert band.top < row.top
        assert row.bottom <= band.bottom


def _is_number(shape: object) -> bool:
    return isinstance(shape, Text) and shape.role == "badge"
