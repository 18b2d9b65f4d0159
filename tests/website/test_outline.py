from archgen.website.outline import outline

PAGE = """
<link href="a.css"><script src="b.js"></script><img src="c.png"><a href="d.html" id="e">x</a>
<h2 id="f">One <code>two</code><a class="anchor" href="#f">#</a></h2><h2>without a place</h2><h4 id="g">too deep</h4>
"""


def test_an_outline_tells_what_is_followed_from_what_is_fetched() -> None:
    read = outline(PAGE)
    assert (read.links, read.fetched) == (["d.html", "#f"], ["a.css", "b.js", "c.png"])


def test_an_outline_holds_headings_and_anchors() -> None:
    read = outline(PAGE)
    assert (read.headings, read.anchors) == ([(2, "f", "One two")], ["e", "f", "g"])


def test_a_figure_that_fetches_something_is_read() -> None:
    assert outline('<svg><image href="https://example.org/a.png"/></svg>').fetched == ["https://example.org/a.png"]
