from hypothesis import given
from hypothesis import strategies as st

from archgen.documents.escaping import code, link, one_line, plain, prose
from archgen.documents.html import fragment
from archgen.model.units import GAP
from tests.documents.markup import Markup

# Marks that mean something in Markdown or HTML, between ordinary ones.
MARKS = st.text(alphabet="ab 1.)#+-=:|>*_`~[]()<>!&;\\\"'$\n\t\r/{}x\u2028é", max_size=30)
TEXTS = st.one_of(st.text(max_size=40), MARKS)


def read(markdown: str) -> Markup:
    return Markup(fragment(markdown))


def unbound(text: str) -> str:
    """The text, in which numbers are no longer kept beside their units."""
    return text.replace(GAP, " ")


@given(TEXTS)
def test_a_plain_text_is_read_back_as_it_was(text: str) -> None:
    page = read(plain(text))
    assert (unbound(page.text).strip(), set(page.tags) <= {"p"}) == (one_line(text), True)


@given(TEXTS)
def test_a_plain_text_is_read_back_from_a_table(text: str) -> None:
    page = read(f"| a |\n|:--|\n| {plain(text)} |\n")
    assert unbound(page.text).split("a", 1)[1].strip() == one_line(text)
    assert set(page.tags) == {"div", "table", "thead", "tbody", "tr", "th", "td"}


@given(TEXTS)
def test_a_plain_text_is_read_back_from_bold_type(text: str) -> None:
    shown = one_line(text)
    page = read(f"x **{plain(text)}** y" if shown else "x y")
    assert unbound(page.text).strip() == (f"x {shown} y" if shown else "x y")
    assert set(page.tags) <= {"p", "strong"}


@given(TEXTS)
def test_a_plain_text_is_read_back_from_a_heading(text: str) -> None:
    page = read(f"#### {plain(text)}\n")
    assert (page.tags, unbound(page.text).strip()) == (["h4"], one_line(text))


@given(TEXTS)
def test_code_is_read_back_as_it_was(text: str) -> None:
    page = read(f"x {code(text)} y")
    assert page.text.strip() == " ".join(["x", *([one_line(text)] if one_line(text) else [""]), "y"])


@given(st.lists(TEXTS, max_size=4))
def test_prose_keeps_its_paragraphs(paragraphs: list[str]) -> None:
    lines = [one_line(text) for text in paragraphs if one_line(text)]
    page = read(prose("\n\n".join(lines)))
    found = page.text.split("\n")[: len(lines)]
    # Numbers stay beside their units: the space between them is one that no line ends at.
    assert (page.tags, [one.replace("\xa0", " ") for one in found]) == (
        ["p"] * len(lines),
        [one.replace("\xa0", " ") for one in lines],
    )


@given(st.text(max_size=30))
def test_a_link_does_not_end_early(target: str) -> None:
    page = read(f"[x]({link('a/' + target)}) y")
    assert page.text.strip() == "x y"


def test_what_needs_no_escape_is_left_readable() -> None:
    assert plain("p99.9 of per_second, 2 x (3 + 4) - 5!") == "p99.9 of per_second, 2 x (3 + 4) - 5!"


def test_half_a_character_is_replaced() -> None:
    assert plain("a\ud800b") == "a\ufffdb"
