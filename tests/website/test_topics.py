"""Long lists under the headings of an article."""

from archgen.model.page import Page
from archgen.website.topics import FEW, REST, Topic, by_topic, in_order, topics

A, B, C = (Page(f"patterns/{name}.html", name.title(), "", "patterns") for name in "abc")
RULE = Page("rules/slow.html", "slow", "", "rules", code="LT001")
ARTICLE = (
    '<h1>On it</h1><p><code>c</code></p><h2 id="first">First<a class="anchor" href="#first">#</a></h2>'
    '<p><a href="b">The second</a> and <code>a</code>; see <code>LT001</code>.</p>'
    '<h2 id="then">Then</h2><p><code>b</code>, <code>c</code></p>'
)


def test_what_an_article_speaks_of_stands_under_its_heading_in_the_order_of_the_article() -> None:
    found = topics(ARTICLE, {"a": A, "b": B, "c": C, "LT001": RULE})
    assert found == [Topic("First", "first", [B, A, RULE]), Topic("Then", "then", [C])]


def test_a_long_list_has_a_part_for_each_heading_and_the_rest_at_its_end() -> None:
    others = [Page(f"patterns/more-{number}.html", "", "", "patterns") for number in range(FEW)]
    parts = by_topic([A, B, C, *others], ARTICLE, "family")
    assert [(part.title, part.anchor, len(part.pages)) for part in parts] == [
        ("First", "family--first", 2),
        ("Then", "family--then", 1),
        (REST, "family--further", FEW),
    ]


def test_few_pages_and_those_without_an_article_are_one_part() -> None:
    others = [Page(f"patterns/more-{number}.html", "", "", "patterns") for number in range(FEW)]
    assert by_topic([A, B], ARTICLE, "family") == [Topic("", "", [A, B])]
    assert by_topic(others, "<p>Nothing yet.</p>", "family") == [Topic("", "", others)]


def test_pages_follow_one_another_as_the_articles_speak_of_them() -> None:
    rank = in_order([A, B, C], [ARTICLE])
    assert sorted(rank, key=rank.__getitem__) == [B.path, A.path, C.path]
