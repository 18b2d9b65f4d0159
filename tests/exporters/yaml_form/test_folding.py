"""Long texts over several lines."""

from hypothesis import given
from hypothesis import strategies as st

from archgen.exporters.yaml_form.folding import block, filled
from archgen.importers.yaml_text.nodes import parse
from archgen.model.positioned import Reading
from archgen.model.yaml_scalar import quoted

words = st.sampled_from(["a", "two", "- x", "#", "key:", '"q"', "long" * 12, "", "\n", "\n\n", "\n ", "\t", "\\", "?"])
texts = st.lists(words, max_size=30).map(" ".join) | st.lists(words, max_size=30).map("".join)


def read(lines: list[str]) -> object:
    return parse("\n".join([*lines, "", "next: 1", ""]), "d.yaml", Reading()).plain()


@given(texts, st.integers(20, 60))
def test_a_block_is_read_as_the_text(text: str, width: int) -> None:
    lines = block(text, 2, width)
    if lines is not None:
        assert read([f"key: {lines[0]}", *lines[1:]]) == {"key": text, "next": 1}
        assert not any(line.endswith(" ") for line in lines)


@given(texts, st.integers(20, 60))
def test_quotes_over_several_lines_are_read_as_the_text(text: str, width: int) -> None:
    assert read(filled("key:", quoted(text), 2, width)) == {"key": text, "next": 1}


def test_lines_are_as_full_as_the_width_allows() -> None:
    assert block("one two three four", 2, 10) == [">-", "  one two", "  three", "  four"]


def test_short_lines_stay_lines_and_long_ones_become_paragraphs() -> None:
    assert block("one\n\n  two", 2, 10) == ["|-", "  one", "", "    two"]
    assert block("one two three\nfour\n", 2, 10) == [">", "  one two", "  three", "", "  four"]


def test_what_a_block_would_lose_is_quoted() -> None:
    assert [
        block(text, 2, 10) for text in ("", " a", "a ", "a \nb", "a\n\n", "\na", "a\tb", "a\u2028b", "long long\n  more lines")
    ] == [None] * 9
