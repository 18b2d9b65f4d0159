from dataclasses import replace

from archgen.model.dossier import Figure
from archgen.model.page import Content, DesignTold, Leaf, Source
from archgen.website.assemble import assemble
from archgen.website.designs import design_values, hero, thumbnail
from tests.website.library import TEMPLATES, content, design, page

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
    html = assemble(replace(content(), designs=[leaf]), TEMPLATES)["designs/parcels.html"].decode()
    assert '<h2 id="design--source">Source</h2>' in html
    assert "&lt;/pre&gt;&lt;script&gt;" in html
    assert html.count('<details class="source"') == 2
    assert '<a href="#design--source">Source</a>' in html


def test_what_stands_around_a_document_keeps_all_of_it() -> None:
    values = design_values(design(), content())
    assert f"{values['opening']}{values['rest']}" == design().html
    assert str(values["opening"]).startswith("<h1")


def test_a_design_without_a_text_has_no_source() -> None:
    assert "design--source" not in page("designs/parcels.html")


def test_the_heading_of_a_decision_leads_to_the_way_that_the_design_takes_down_its_tree() -> None:
    leaf = design()
    [decided] = leaf.dossier.decisions
    assert "../trees/" not in str(design_values(leaf, content())["rest"])
    known = replace(content(), designs=[leaf], trees=[*content().trees, Leaf(decided.tree, "")])
    html = assemble(known, TEMPLATES)["designs/parcels.html"].decode()
    assert '<a href="../trees/label-writing.html#question--2">Who writes the label?</a><a class="anchor"' in html
    assert html.count("../trees/label-writing.html#") == 1
