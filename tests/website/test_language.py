from archgen.documents.html import fragment
from archgen.loading.shipped import shipped
from archgen.website.language import with_index
from archgen.website.outline import outline

TABLE = "| Attribute | Value |\n|:--|:--|\n| `ttl` | a duration |\n"
TEXT = f"# The language\n\nWords.\n\n## Components\n\n### cache\n\nCopies.\n\n{TABLE}"


def test_every_word_stands_in_the_index_and_every_attribute_has_an_anchor() -> None:
    html = with_index(fragment(TEXT))
    assert html.index("<nav") < html.index('<h2 id="components"')
    assert '<a class="words-title" href="#components">Components</a>\n<a href="#cache">cache</a>\n</p></nav>' in html
    assert '<td id="cache--ttl"><code>ttl</code></td>' in html


def test_what_the_index_of_the_language_leads_to_is_there() -> None:
    read = outline(with_index(fragment((shipped("site/pages") / "language.md").read_text("utf-8"))))
    assert len(read.links) > 200
    assert {link.removeprefix("#") for link in read.links if link.startswith("#")} <= set(read.anchors)
    assert len(read.anchors) == len(set(read.anchors))
    assert "cache--soft_ttl" in read.anchors


def test_a_page_without_words_is_left_as_it_is() -> None:
    assert with_index("<h1>A</h1><p>B</p>") == "<h1>A</h1><p>B</p>"
