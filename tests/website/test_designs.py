from dataclasses import replace

from archgen.model.dossier import Figure
from archgen.model.page import Content, DesignTold, Leaf, Source
from archgen.website.assemble import assemble
from archgen.website.designs import design_values, hero, thumbnail
from tests.website.library import TEMPLATES, content, design, page, site

FIGURE = Figure("components", "", "", "<svg></svg>")
FEW, MANY = DesignTold("Few words", "few-words", "", FIGURE, (), 3), DesignTold("Many words", "many-words", "", FIGURE, (), 9)


def test_the_home_page_shows_what_is_named_else_what_states_most() -> None:
    undrawn = DesignTold("Undrawn", "undrawn", sorts=99)
    assert hero(Content([FEW, MANY, undrawn])) is MANY
    assert hero(Content([FEW, MANY], hero="few-words")) is FEW
    assert hero(Content([FEW, MANY], hero="Few words")) is FEW
    assert hero(Content([MANY, replace(FEW, slug="card-payments")])) == replace(FEW, slug="card-payments")
    assert hero(Content([undrawn])) is None


def test_a_small_figure_leads_nowhere_and_says_nothing() -> None:
    told = '<title id="t">A > b</title><a href="#x"><rect id="x" data-part="y" x="1"/></a>'
    svg = f'<svg role="img" aria-labelledby="t" width="9">{told}</svg>'
    small = '<svg aria-hidden="true" focusable="false" preserveAspectRatio="xMidYMin slice" width="9"><rect x="1"/></svg>'
    assert thumbnail(svg) == small


def test_the_list_of_designs_tells_how_large_they_are() -> None:
    listed = page("designs/index.html")
    assert '<a href="../designs/parcels.html">' in listed or '<a href="parcels.html">' in listed
    assert "components · " in listed
    assert 'class="design-small"' in listed


def test_a_design_shows_its_source_in_every_form() -> None:
    leaf = replace(design(), sources=[Source("Python", "python", "a = '</pre><script>'"), Source("YAML", "yaml", "a: 1")])
    html = assemble(replace(content(), designs=[leaf]), TEMPLATES)["designs/parcels/source.html"].decode()
    assert "&lt;/pre&gt;&lt;script&gt;" in html
    assert html.count('<details class="source"') == 2


def test_the_page_of_a_design_leads_to_its_source_and_back() -> None:
    leaf = replace(design(), sources=[Source("YAML", "yaml", "kind: nothing")])
    site = assemble(replace(content(), designs=[leaf], address="https://example.org/"), TEMPLATES)
    html, source = (site[f"designs/{name}.html"].decode() for name in ("parcels", "parcels/source"))
    assert html.count('<a href="parcels/source.html">') == 2
    assert "kind: nothing" not in html.replace('<span class="a">kind</span>', "kind")
    assert source.count('<a href="../parcels.html">') == 2
    assert '<a href="../parcels.html">Parcels</a>' in source.partition("<h1>")[0]
    assert b'"designs/parcels/source.html"' in site["assets/search-index.js"]
    assert b"https://example.org/designs/parcels/source.html" in site["sitemap.xml"]


def test_the_source_of_a_design_stands_beside_no_other() -> None:
    known = [replace(design(), slug=slug, sources=[Source("YAML", "yaml", "a: 1")]) for slug in ("parcels", "letters")]
    site = assemble(replace(content(), designs=known), TEMPLATES)
    assert "letters" not in site["designs/parcels/source.html"].decode()
    assert "source.html" not in site["designs/letters.html"].decode().partition("<main")[0]


def test_what_stands_around_a_document_keeps_all_of_it() -> None:
    values = design_values(design(), content())
    assert f"{values['opening']}{values['rest']}" == design().html
    assert str(values["opening"]).startswith("<h1")


def test_a_design_without_a_text_has_no_source() -> None:
    assert "ource.html" not in page("designs/parcels.html")
    assert "designs/parcels/source.html" not in site()


def test_the_heading_of_a_decision_leads_to_the_way_that_the_design_takes_down_its_tree() -> None:
    leaf = design()
    [decided] = leaf.dossier.decisions
    assert "../trees/" not in str(design_values(leaf, content())["rest"])
    known = replace(content(), designs=[leaf], trees=[*content().trees, Leaf(decided.tree, "")])
    html = assemble(known, TEMPLATES)["designs/parcels.html"].decode()
    assert '<a href="../trees/label-writing.html#question--2">Who writes the label?</a><a class="anchor"' in html
    assert html.count("../trees/label-writing.html#") == 1


def test_patterns_that_a_document_decides_on_or_explains_lead_to_their_pages() -> None:
    said = "<p>It takes <strong>Plain call</strong>, and not <em>Another</em>.</p>"
    html = f'<h1>Parcels</h1><p>Short.</p>\n{said}<h2 id="decisions">Decisions</h2>{said}<h2 id="summary">Summary</h2>{said}'
    rest = str(design_values(replace(design(), html=html), content())["rest"])
    assert rest.count('<strong><a href="../patterns/plain-call.html">Plain call</a></strong>') == 1
    assert rest.index("decisions") < rest.index("plain-call") < rest.index("summary")
    assert rest.count("<em>Another</em>") == 3
