"""Changes to a text as replacements of parts of it."""

from hypothesis import given
from hypothesis import strategies as st

from archgen.fixing.splices import Refusal, Splice, clash, moved, spliced, with_ends_of

texts = st.text("ab\n", max_size=30)


def test_what_is_put_at_one_place_keeps_its_order_and_follows_what_ends_there() -> None:
    splices = [Splice(3, 3, "1"), Splice(3, 3, "2"), Splice(2, 3, "C")]
    assert spliced("abcd", splices) == "abC12d"
    assert not clash(splices)


def test_two_that_replace_the_same_part_clash() -> None:
    assert clash([Splice(1, 3, ""), Splice(2, 4, "")])
    assert clash([Splice(1, 3, ""), Splice(2, 2, "x")])
    assert not clash([Splice(1, 3, ""), Splice(3, 4, ""), Splice(1, 1, "x")])


@given(texts, st.lists(st.integers(0, 30), max_size=4), st.integers(0, 30))
def test_what_stands_behind_splices_moves_with_them(text: str, places: list[int], offset: int) -> None:
    splices = [Splice(place, place, "xy") for place in places if place <= len(text)]
    offset = min(offset, len(text))
    assert spliced(text, splices)[moved(offset, splices) :] == text[offset:] or any(one.start > offset for one in splices)


@given(texts, texts, st.sampled_from(["\n", "\r\n", "\r"]))
def test_a_text_gets_the_ends_of_lines_that_all_lines_of_the_other_have(before: str, after: str, end: str) -> None:
    expected = after.replace("\n", end) if "\n" in before else after
    assert with_ends_of(before.replace("\n", end), after) == expected


@given(st.lists(st.tuples(st.text("abc", max_size=3), st.sampled_from(["\n", "\r\n", "\r"])), max_size=8))
def test_a_text_that_did_not_change_keeps_the_ends_of_all_lines(lines: list[tuple[str, str]]) -> None:
    before = "x".join(f"{text}x{end}" for text, end in lines)
    assert with_ends_of(before, before.replace("\r\n", "\n").replace("\r", "\n")) == before


def test_a_new_line_ends_as_the_one_above_it() -> None:
    assert with_ends_of("a\r\nb\n", "a\nnew\nb\nnewer\n") == "a\r\nnew\r\nb\nnewer\n"
    assert with_ends_of("a\r\nb", "a\nb\nnew") == "a\r\nb\r\nnew"


def test_a_refusal_is_said_of_a_part_where_it_speaks_of_one() -> None:
    assert Refusal("it is made in a loop").of("Edge") == Refusal("Edge is made in a loop")
    assert Refusal("items stand there").of("Edge") == Refusal("items stand there")
