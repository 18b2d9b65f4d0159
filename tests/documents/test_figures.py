import re

from archgen.documents.html import fragment
from tests.documents.parcels import SVG

LINK = "figures/a b.svg"


def test_an_image_alone_in_its_paragraph_becomes_a_figure() -> None:
    html = fragment("![told](<figures/a b.svg>)\n*The **whole** design*\n", {LINK: SVG})
    assert SVG in html
    assert "<figcaption>The <strong>whole</strong> design</figcaption>" in html
    assert '<a class="figure-link" href="figures/a%20b.svg"' in html


def test_the_title_of_an_image_is_its_caption_where_there_is_no_other() -> None:
    assert "<figcaption>A &lt; B</figcaption>" in fragment('![told](<figures/a b.svg> "A < B")', {LINK: SVG})


def test_an_image_within_a_sentence_stays_one() -> None:
    assert "<figure" not in fragment("see ![told](<figures/a b.svg>) here", {LINK: SVG})


def test_an_image_that_is_not_known_stays_one() -> None:
    assert fragment("![told](other.svg)") == '<p><img src="other.svg" alt="told" /></p>\n'


def test_what_stands_before_the_drawing_is_left_out() -> None:
    assert "<?xml" not in fragment("![a](a.svg)", {"a.svg": f'<?xml version="1.0"?>\n<!DOCTYPE svg>\n{SVG}'})


def test_every_figure_of_a_page_is_placed() -> None:
    assert fragment("![a](a.svg)\n*A*\n\n![a](a.svg)\n*B*\n", {"a.svg": SVG}).count(SVG) == 2


LEADING = '<svg role="img"><a href="#figure-b"><rect/></a></svg>'


def test_a_figure_that_others_lead_to_has_a_place_and_one_that_leads_on_is_no_link_as_a_whole() -> None:
    html = fragment("![a](f/a.svg)\n*A*\n\n![b](f/b.svg)\n*B*\n", {"f/a.svg": LEADING, "f/b.svg": SVG})
    assert '<figure class="figure" id="figure-b" data-figure="b">' in html
    assert '<figcaption>A <a href="f/a.svg">Open the figure by itself</a></figcaption>' in html
    assert html.count('<a class="figure-link"') == 1
    assert html.count(" id=") == 2


def test_a_figure_that_is_shown_twice_has_one_place() -> None:
    svg = '<svg><g data-part="c"><rect/></g></svg>'
    html = fragment("![a](f/a.svg)\n*A*\n\n![a](f/a.svg)\n*B*\n", {"f/a.svg": svg})
    assert html.count('id="figure-a"') == html.count('<g id="figure--a--c" data-part="c">') == 1
    assert html.count('data-figure="a"') == html.count('data-part="c"') == 2


def test_a_figure_that_is_shown_again_has_ids_of_its_own() -> None:
    svg = (
        '<svg role="img" aria-labelledby="a-title a-desc"><title id="a-title">t</title><desc id="a-desc">d</desc>'
        '<defs><marker id="a-end"/></defs><path marker-end="url(#a-end)"/><text>a-end of it</text></svg>'
    )
    html = fragment("![a](a.svg)\n\n![a](a.svg)\n", {"a.svg": svg})
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert 'aria-labelledby="a-title-again-2 a-desc-again-2"' in html
    assert "url(#a-end-again-2)" in html
    assert html.count("<text>a-end of it</text>") == 2
