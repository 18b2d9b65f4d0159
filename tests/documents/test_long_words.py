import re

from hypothesis import given
from hypothesis import strategies as st

from archgen.documents.long_words import LONGEST, let_long_words_break
from archgen.documents.typesetter import typesetter
from tests.documents.markup import Markup

SETTER = typesetter(let_long_words_break)


def cell(text: str) -> str:
    html = str(SETTER.render(f"| A |\n|---|\n| {text} |"))
    return html.partition("<td>")[2].partition("</td>")[0]


def test_a_long_word_of_a_table_may_break_behind_its_marks() -> None:
    assert cell("the connection_limit of it") == "the connection_<wbr>limit of it"


def test_a_word_without_marks_may_break_where_it_gets_too_long() -> None:
    assert cell("x" * 30) == f"{'x' * 14}<wbr>{'x' * 14}<wbr>xx"


def test_words_that_fit_and_words_elsewhere_stay_whole() -> None:
    assert cell("acknowledged") == "acknowledged"
    assert SETTER.render("x" * 30) == f"<p>{'x' * 30}</p>\n"


@given(st.text("ab_./,-:;+& <", max_size=60))
def test_no_letter_is_lost_and_no_piece_is_too_long(text: str) -> None:
    html = cell(text.replace("<", "\\<").replace("_", "\\_"))
    assert Markup(html).text == " ".join(text.split(" ")).strip()
    assert all(len(Markup(piece).text) <= LONGEST + 1 for piece in re.split(r"<wbr>| ", html))
