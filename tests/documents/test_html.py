from archgen.documents.html import fragment, typeset
from archgen.loading.shipped import shipped
from tests.documents.markup import Markup


def page(markdown: str, style: str = "") -> str:
    return typeset(markdown, title="A <b> design", figures={}, templates=shipped("templates"), style=style)


def test_html_in_a_text_is_shown_and_not_passed_on() -> None:
    assert fragment("<b onclick=x>a</b>") == "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>\n"


def test_a_number_stays_with_its_unit_and_code_as_it_is() -> None:
    assert fragment("after 15 s, not `15 s`") == "<p>after 15\N{NO-BREAK SPACE}s, not <code>15 s</code></p>\n"


def test_a_page_stands_alone() -> None:
    read = Markup(page("# A\n\n## B\n\ntext\n", "p{color:red}"))
    assert [value for name, value in read.attributes if name in ("href", "src")] == ["#b"]


def test_the_title_of_a_page_is_escaped() -> None:
    assert "<title>A &lt;b&gt; design</title>" in page("text")


def test_a_style_sheet_cannot_end_early() -> None:
    assert page("text", "a{content:'</style><script>'}").count("</style>") == 1


def test_a_long_page_lists_its_sections() -> None:
    assert '<li><a href="#c">C</a></li>' in page("# A\n\n## B\n\n## C\n\n## D\n")


def test_a_short_page_does_not() -> None:
    assert "<nav" not in page("# A\n\n## B\n")
