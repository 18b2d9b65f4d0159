import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archgen.documents.authored import authored, images
from archgen.documents.escaping import Markdown
from archgen.documents.html import fragment
from tests.documents.markup import Markup

SAMPLES = [
    "Plain *leaning* and **strong**, ~~gone~~, `code | it`, [a *link*](https://example.org/a_b?c=d&e=f 'title').",
    "# One\n\ntext\n\n## Two\n\nmore",
    "- a\n- b\n  - c\n\n    d\n- e",
    "1. a\n2. b\n\n3) c\n4) d",
    "- a\n\n* b\n\n+ c",
    "> quoted\n>\n> - twice\n>> deeper",
    "> [!TIP]\n> Ask *first*.\n\n> [!NOTE]\n>\n> - a",
    "> **Without it**\n>\n> slow\n\n> **With it**\n>\n> fast",
    "| A | B |\n|:--|--:|\n| `a\\|b` | **c** \\| d |\n| | x |",
    "```yaml\na: <b>\n\n  - `c`\n```\n\n    indented\n\n````\n```\n````",
    "a  \nb\\\nc\nd",
    "a\n\n---\n\nb",
    "5 * 3 \\* 2 #hash 1. one\n2\\. two\n\\# no heading\n\\- no item",
    "Look! [here](#b), mail <mailto:a@example.org>",
    "**a *b* c** and *a **b** c*",
    "&lt; &amp;amp; a&b; x_y_z __init__",
    "1. a\n\n   ```\n   b\n   ```\n2. c",
]


@pytest.mark.parametrize("text", SAMPLES)
def test_what_it_shows_stays(text: str) -> None:
    assert fragment(authored(text, level=1)) == fragment(text).replace(' title="title"', "")


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<b onclick=x>a</b> and <!-- b -->",
        "[a](javascript:b) [c](data:text/html,x) [d](vbscript:e)",
        "![a](https://example.org/a.png)",
        '"><img src=x onerror=alert(1)>',
        "[a]: javascript:b\n\n[a]",
        "<https://example.org/<b>>",
    ],
)
def test_nothing_of_it_runs_or_fetches(text: str) -> None:
    written = authored(text, level=3)
    assert Markup(fragment(written)).dangers in ([], ["https://example.org/%3Cb"])
    assert "<b" not in written.replace("\\<b", "")
    assert "<s" not in written.replace("\\<s", "")


def test_raw_html_is_shown_as_text() -> None:
    assert fragment(authored("a <b>c</b>", level=3)) == "<p>a &lt;b&gt;c&lt;/b&gt;</p>\n"


def test_headings_are_lowered_to_fit_below_those_of_the_document() -> None:
    assert authored("# A\n\n### B", level=3) == "### A\n\n##### B"
    assert authored("### A\n\n#### B", level=3) == "### A\n\n#### B"
    assert authored("# A\n\n##### B", level=4) == "#### A\n\n###### B"


def test_an_image_is_a_figure_of_the_design_or_its_description() -> None:
    known = {"components": Markdown("![All](figures/components.svg)\n*All*")}.get
    assert authored("a\n\n![x](components)\n\n![*y*](other.png)", level=3, shown=known) == (
        "a\n\n![All](figures/components.svg)\n*All*\n\n*y*"
    )
    assert list(images("![x](components) and ![](other.png)")) == ["components", "other.png"]


def test_controls_and_reversals_are_gone() -> None:
    assert authored("a\u202eb\u2066c\n\n```\nd\u202ee\n```", level=3) == "abc\n\n```\nd e\n```"


PIECES = st.lists(
    st.sampled_from([*"ab *_`[]()<>!&;\\\"'\n#-=/|~+:.1", "  \n", "\n\n", "- ", "> ", "1. ", "```\n", "    ", "[!TIP]\n", "**"]),
    max_size=30,
).map("".join)


@settings(max_examples=150, deadline=None)
@given(PIECES)
def test_no_text_becomes_dangerous_and_a_second_time_nothing_changes(text: str) -> None:
    once = authored(text, level=1)
    assert Markup(fragment(once)).dangers == [] or "](" in once
    assert fragment(authored(once, level=1)) == fragment(once)
