from hypothesis import given
from hypothesis import strategies as st

from archgen.layout.panels.code import PAD, code, code_width
from archgen.layout.text_size import text_width
from archgen.model.picture import Text
from tests.layout.panels.laws import check

LINES = st.lists(
    st.sampled_from(
        [
            "SET lock:42 7f3a NX EX 30",
            "  return 0",
            "UPDATE concerts SET seats = seats - 1 WHERE id = 7 AND seats > 0",
            "x-amz-content-sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "a   b",
            "",
        ]
    ),
    max_size=5,
)


def texts(written: list[str], width: float) -> list[Text]:
    return [shape for shape in code(written, width).shapes if isinstance(shape, Text)]


@given(LINES, st.integers(120, 700))
def test_code_stays_on_its_ground_and_nothing_is_lost(written: list[str], width: int) -> None:
    block = code(written, width)
    check(block)
    assert block.width <= width
    shown = "".join(text.text for text in texts(written, width))
    assert "".join(shown.split()) == "".join("".join(written).split())


def test_a_line_keeps_its_indent() -> None:
    first, second = texts(["if held:", "    renew()"], 400)
    assert second.x - first.x == 4 * text_width(" ", "verbatim")


def test_what_is_too_long_goes_on_below_set_in() -> None:
    first, second = texts(["SELECT name FROM users WHERE id = 7"], 190)
    assert (first.text, second.text) == ("SELECT name FROM users", "WHERE id = 7")
    assert second.x > first.x


def test_code_has_the_room_that_it_likes_to_have() -> None:
    lines = ["GET k", "SET key value"]
    assert len(texts(lines, code_width(lines) + 0.01)) == 2
    assert code_width([]) == 2 * PAD
