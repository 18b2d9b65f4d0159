import re
from collections.abc import Callable

from archgen.documents.newsletter import newsletter
from tests.conftest import Golden
from tests.documents.hostile import SHOWN
from tests.documents.hostile import dossier as hostile
from tests.documents.markup import Markup
from tests.documents.parcels import dossier
from tests.documents.sent import TEMPLATES, newsletter_of

TAKEN = {"h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "blockquote", "img", "strong", "em", "code", "br", "a", "s"}
AROUND = {"html", "head", "meta", "title", "style", "body"}


def body(markdown: str) -> str:
    page = newsletter(markdown, title="A", figures={"a.png": "https://example.org/a.png"}, templates=TEMPLATES)
    return page.partition("<body>\n")[2].partition("\n</body>")[0].strip()


def test_a_newsletter_is_as_recorded(golden: Callable[[str], Golden]) -> None:
    assert newsletter_of(dossier(), "figure.png") == golden("documents/parcels.newsletter.html")


def test_nothing_is_in_it_that_editors_do_not_take() -> None:
    assert set(Markup(newsletter_of(dossier())).tags) - TAKEN == AROUND
    assert "class=" not in newsletter_of(dossier())


def test_a_table_becomes_a_list_of_its_rows() -> None:
    assert body("| Of | Kind | Stated |\n|:--|:--|--:|\n| **A** | cache | 3 |\n| B | | `x` |") == (
        "<ul>\n<li>\n<p><strong>A</strong><br />\nKind: cache \N{MIDDLE DOT} Stated: 3</p>\n</li>\n"
        "<li>\n<p><strong>B</strong><br />\nStated: <code>x</code></p>\n</li>\n</ul>"
    )


def test_call_outs_and_code_become_quotes() -> None:
    assert body("> **Mind**\n>\n> this") == "<blockquote>\n<p><strong>Mind</strong></p>\n<p>this</p>\n</blockquote>"
    assert body("```yaml\na: <b>\nc: 1\n```\n\n---") == "<blockquote>\n<p>a: &lt;b&gt;<br>\nc: 1</p>\n</blockquote>"


def test_a_figure_is_an_image_and_its_caption_a_paragraph() -> None:
    assert body("![A \\_b](a.png)\n*The whole*") == (
        '<img src="https://example.org/a.png" alt="A _b">\n<p><em>The whole</em></p>'
    )


def test_hostile_texts_stay_texts() -> None:
    read = Markup(newsletter_of(hostile()))
    assert set(read.tags) - TAKEN == AROUND
    assert {value[:5] for name, value in read.attributes if name in ("href", "src")} == {"data:"}
    assert read.text.count(SHOWN.replace("&lt; end", "")) > 10
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", read.text)


def test_the_appendix_and_the_marks_that_lead_there_are_left_out_and_a_word_says_where_it_is() -> None:
    assert body("80/s [A1](#a) [A12](#a), see [the end](#b) [A2](https://example.org)") == (
        '<p>80/s, see the end <a href="https://example.org">A2</a></p>'
    )
    made = body(
        "# A\n\n## B\n\nb\n\n## Appendix\n\n### Every number\n\n#### Load\n\nlong\n\n### Assumptions\n\n- **A1** x\n\n## C\n\nc"
    )
    kept, _, word = made.partition("<p><em>")
    assert kept == "<h1>A</h1>\n<h2>B</h2>\n<p>b</p>\n<h2>C</h2>\n<p>c</p>\n\n"
    assert word == "The appendix stands in the whole document alone: every number; assumptions.</em></p>"
