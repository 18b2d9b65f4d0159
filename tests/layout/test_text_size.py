from pathlib import Path

import pytest
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st

from archgen.layout.text_size import text_width, wrap
from archgen.model.picture import TYPEFACES, TextRole

FONTS = Path(__file__).parents[2] / "archgen" / "svg" / "fonts"
LABELS = [
    "API gateway",
    "WebSocket gateway",
    "1M conns / pod",
    "AVATAR Type To. Yes, LTV",
    "p99 ≤ 250 ms → retry × 3",
    "“quoted” – it’s €5 · 50 %",  # noqa: RUF001
    "Größe Łóžek façade",
    "Очередь заказов",
    "Ουρά παραγγελιών",
    "i",
    "SELECT * FROM t WHERE a<>b AND c != 'x';",
    "{json: [1, 2, 3]}",
]


def shaped_width(text: str, role: TextRole) -> float:
    face = TYPEFACES[role]
    blob = uharfbuzz.Blob.from_file_path(str(FONTS / f"{face.family.replace(' ', '')}-{face.weight}.ttf"))
    font = uharfbuzz.Font(uharfbuzz.Face(blob))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer)
    advances: list[int] = [position.x_advance for position in buffer.glyph_positions]
    upem: int = font.face.upem
    return sum(advances) / upem * face.size


def cases() -> list[tuple[str, TextRole]]:
    return [(label, role) for label in LABELS for role in TYPEFACES if role != "verbatim" or label.isascii()]


@pytest.mark.parametrize(("label", "role"), cases())
def test_a_width_is_what_a_shaper_measures(label: str, role: TextRole) -> None:
    assert text_width(label, role) == pytest.approx(shaped_width(label, role), rel=0.005)


def test_characters_of_code_are_all_equally_wide() -> None:
    assert text_width("iii", "verbatim") == text_width("MMM", "verbatim") == text_width("= €", "verbatim")


def test_a_decomposed_letter_is_as_wide_as_the_composed_one() -> None:
    assert text_width("e\u0301", "label") == text_width("\u00e9", "label")


def test_a_character_that_the_typeface_lacks_still_takes_room() -> None:
    assert text_width("漢", "label") == 12
    assert text_width("Ა", "label") > text_width("ა", "label") > 6
    assert text_width("a\u200b", "label") == text_width("a", "label")


def test_lines_are_broken_at_spaces_and_evened_out() -> None:
    assert wrap("check the order and then charge the card", "label", 190) == [
        "check the order and",
        "then charge the card",
    ]


def test_a_text_that_fits_stays_one_line() -> None:
    assert wrap("push  frame", "label", 200) == ["push frame"]


def test_a_text_without_words_has_no_lines() -> None:
    assert wrap("  ", "label", 100) == []


@pytest.mark.parametrize(
    ("word", "lines"),
    [
        ("notification-dispatcher", ["notification-", "dispatcher"]),
        ("orders/confirmations", ["orders/", "confirmations"]),
        ("NotificationDispatcher", ["Notification", "Dispatcher"]),
    ],
)
def test_a_long_word_is_broken_where_it_reads_best(word: str, lines: list[str]) -> None:
    assert wrap(word, "label", 90) == lines


@given(st.text(max_size=60), st.floats(min_value=30, max_value=300))
def test_every_line_fits_and_nothing_is_lost(text: str, width: float) -> None:
    lines = wrap(text, "title", width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(text_width(line, "title") <= width for line in lines)
