"""Letters of Arabic: what they take depends on what follows."""

from archgen.layout.arabic import arabic_advance
from archgen.layout.text_size import text_width


def test_a_letter_takes_less_before_another_than_at_the_end_of_a_word() -> None:
    for letter in "بتثنيلسشصضطظفقكم":
        before, last = arabic_advance(letter, "ا"), arabic_advance(letter, " ")
        assert before is not None
        assert last is not None
        assert before < last, letter


def test_what_is_no_letter_of_arabic_is_not_known_here() -> None:
    assert [arabic_advance(letter, "ا") for letter in ("b", "7", "ש", "文", " ")] == [None] * 5


def test_the_width_of_a_word_is_that_of_its_letters_as_they_are_joined() -> None:
    size = text_width("س", "title") / 1.41
    assert abs(text_width("سجل", "title") - (1.02 + 0.72 + 0.89) * size) < 1e-6
    assert text_width("ببب", "title") < 3 * text_width("ب", "title")
