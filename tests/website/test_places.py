from archgen.model.page import Page, Place
from archgen.website.places import passages

BODY = (
    '<h1 id="t">Title</h1><p>Lead.</p><h2 id="a">A <a class="anchor" href="#a">#</a></h2>'
    "<p>First of <code>soft_ttl</code>. Then.</p>"
    '<h3 id="b">B</h3><ul><li><code>x y</code> <code>ttl</code></li></ul><h2>No place</h2>'
)


def test_what_stands_below_a_heading_is_found_with_its_names() -> None:
    found = passages([Page("a.html", "A", BODY, "guide")])["a.html"]
    assert [(one.anchor, one.title, one.lead, one.words) for one in found] == [
        ("a", "A", "First of soft_ttl.", "soft_ttl"),
        ("b", "B", "", "ttl"),
    ]


def test_a_heading_that_many_pages_have_is_none() -> None:
    pages = [Page(f"{number}.html", "A", '<h2 id="why">Why it matters</h2>', "rules") for number in range(5)]
    assert [list(found) for found in passages(pages).values()] == [[]] * 5
    assert len(passages(pages[:4])["0.html"]) == 1


def test_what_is_a_place_already_is_not_told_twice() -> None:
    page = Page("a.html", "A", BODY, "problems", places=[Place("a", "A")])
    assert [one.anchor for one in passages([page])["a.html"]] == ["b"]


def test_a_figure_has_no_headings() -> None:
    assert passages([Page("a.html", "A", '<svg><h2 id="x">X</h2></svg>', "guide")])["a.html"] == []
