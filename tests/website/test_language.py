from collections.abc import Mapping
from functools import cache

from archgen.documents.html import fragment
from archgen.loading.shipped import shipped
from archgen.model.page import Guide, Page
from archgen.pipeline.words import CHAPTERS, word_places, words
from archgen.website.language import language_pages
from archgen.website.links import broken
from archgen.website.outline import outline

TABLE = "| Attribute | Value |\n|:--|:--|\n| `ttl` | a duration |\n"
COMPONENTS = f"## Components\n\n### cache\n\nCopies. Many.\n\n{TABLE}\nAnd every [part](#every-part), [cache](#cache).\n"
TEXT = f"# The language\n\nWords.\n\nHow to read.\n\n{COMPONENTS}\n## All & one\n\n### Every part\n\nIt has a name.\n"
INDEX = "guide/language.html"


def made(text: str) -> Mapping[str, Page]:
    return {page.path: page for page in language_pages(Guide("language", fragment(text)))}


@cache
def real() -> Mapping[str, Page]:
    return made((shipped("site/pages") / "language.md").read_text("utf-8"))


def test_the_index_keeps_the_address_and_has_every_word_with_its_first_sentence() -> None:
    pages = made(TEXT)
    assert list(pages) == [INDEX, "guide/language/components.html", "guide/language/all-one.html"]
    html = pages[INDEX].body
    assert '<h2 id="components"><a href="language/components.html">Components</a></h2>' in html
    assert '<dt id="cache"><a href="language/components.html#cache">cache</a></dt><dd>Copies.</dd>' in html
    assert ("How to read" in html, "Words." in html, pages[INDEX].above) == (False, True, "")


def test_each_sort_of_words_has_a_page_where_every_attribute_has_an_anchor() -> None:
    page = made(TEXT)["guide/language/components.html"]
    assert (page.title, page.above) == ("Components", INDEX)
    assert page.lead == "Words of the language, and what can be stated of each: cache."
    assert page.body.startswith('<h1>Components</h1>\n<p>1 word of <a href="../language.html">the language</a>')
    assert "How to read" in page.body
    assert '<td id="cache--ttl"><code>ttl</code></td>' in page.body
    assert '<a href="all-one.html#every-part">part</a>, <a href="#cache">cache</a>' in page.body
    assert "every-part" not in page.body.replace("all-one.html#every-part", "")


def test_every_word_and_attribute_stands_where_others_look_for_it() -> None:
    read = {path: outline(page.body) for path, page in real().items()}
    assert [*broken(read, read)] == []
    anchors = {f"{path}#{anchor}" for path, one in read.items() for anchor in one.anchors}
    assert {*word_places().values()} <= anchors
    assert {f"{INDEX}#{place.partition('#')[2]}" for place in word_places().values()} <= anchors
    assert "guide/language/components.html#cache--soft_ttl" in anchors
    assert all(len(one.anchors) == len(set(one.anchors)) for one in read.values())
    assert len(read) == len(CHAPTERS) + 2
    assert sum(one.body.count("<dt") for one in real().values()) >= len([*words()])


def test_a_page_without_words_is_left_as_it_is() -> None:
    assert [page.body for page in language_pages(Guide("language", "<h1>A</h1><p>B</p>"))] == ["<h1>A</h1><p>B</p>"]


def test_a_column_that_is_empty_in_a_whole_table_is_left_out_and_so_is_what_explains_it() -> None:
    head = "| Attribute | Asked by |\n|:--|:--|\n"
    asked, unasked = (f"### {name}\n\nA word.\n\n{head}| `ttl` | {codes} |\n" for name, codes in (("cache", "CA"), ("part", "")))
    both = made(f"# Language\n\nWords.\n\nHow to read.\n\n## All\n\n{asked}\n{unasked}")["guide/language/all.html"].body
    alone = made(f"# Language\n\nWords.\n\nHow to read.\n\n## All\n\n{unasked}")["guide/language/all.html"].body
    assert (both.count("Asked by"), both.count("How to read")) == (1, 1)
    assert (alone.count("Asked by"), alone.count("How to read"), alone.count("<td")) == (0, 0, 1)
