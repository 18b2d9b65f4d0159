from archgen.website.links import faults


def said(**pages: str) -> list[str]:
    return list(faults({f"{name}.html": html.encode() for name, html in pages.items()}))


def test_links_that_lead_somewhere_are_well() -> None:
    assert said(a='<a href="b.html#x">b</a><a href="#y" id="y">y</a><a href="https://example.org">e</a>', b='<p id="x">') == []


def test_a_link_to_a_page_that_does_not_exist_is_a_fault() -> None:
    assert said(a='<a href="gone.html">x</a>') == ['a.html: "gone.html" leads to gone.html, which does not exist']


def test_a_link_to_a_place_that_does_not_exist_is_a_fault() -> None:
    assert said(a='<a href="b.html#gone">x</a>', b="") == ['a.html: "b.html#gone" leads to a place of b.html that does not exist']


def test_a_link_out_of_the_site_is_a_fault() -> None:
    assert said(a='<a href="../x.html">x</a>') == ['a.html: "../x.html" leads to ../x.html, which does not exist']


def test_what_is_fetched_from_elsewhere_is_a_fault() -> None:
    assert said(a='<script src="https://example.org/x.js"></script>') == [
        'a.html: "https://example.org/x.js" is fetched from elsewhere'
    ]
    assert said(a='<link rel="icon" href="data:image/svg+xml;base64,PHN2Zy8+">') == []
