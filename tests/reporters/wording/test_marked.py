import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from archgen.reporters.wording.marked import code, linked, plain
from archgen.reporters.wording.sentences import one_line
from tests.reporters.any_reports import NASTY

TEXTS = st.one_of(st.text(), st.text(alphabet="*_`[]()<>!&#;|~$\\-+=:.1a \n@"), st.sampled_from(NASTY))


def shown(markdown: str) -> str:
    """What a reader sees of a paragraph."""
    html = MarkdownIt("commonmark").render(markdown)
    return unescape(re.sub(r"<!-- -->|</?p>|</?code>", "", html)).strip()


@given(TEXTS)
def test_a_text_is_shown_as_it_is(text: str) -> None:
    assert shown(plain(text)) == one_line(text)


@given(TEXTS)
def test_code_is_shown_as_it_is(text: str) -> None:
    assert shown(code(text)) == one_line(text)


def test_only_an_address_makes_a_link() -> None:
    assert linked("a", "rules/a.html") == "a"
    assert linked("a", "https://example.org/a>(b") == "[a](<https://example.org/a(b>)"
