"""What a page of a design tells of each component, without a script too."""

from dataclasses import replace

from archgen.model.page import DesignLeaf
from archgen.model.part_leaf import HopLeaf, PartLeaf, Passing, WalkLeaf
from archgen.model.report import Finding
from archgen.model.rule import Severity
from archgen.website.assemble import assemble
from tests.website.library import TEMPLATES, carded_rule, content, design, pattern

HOSTILE = '"><script>alert(1)</script>'


def page(part: PartLeaf, *walks: WalkLeaf) -> str:
    leaf: DesignLeaf = replace(design(), parts=(part,), walks=walks)
    return assemble(replace(content(), designs=[leaf]), TEMPLATES)["designs/parcels.html"].decode()


def test_findings_of_a_component_lead_to_their_rule_and_its_patterns_to_theirs() -> None:
    found = Finding("MS001", "call-without-timeout", Severity.WARNING, "it may wait", (), ("desk",), None, "-", "")
    walked = Passing("Handing in", "walkthrough-handing-in", ("1", "2"))
    part = PartLeaf("desk", "Desk", "service", "Front", "", findings=(found,), patterns=("plain-call",), walkthroughs=(walked,))
    html = page(part)
    assert '<a href="../rules/call-without-timeout.html"><code>MS001</code></a> it may wait' in html
    assert '<a href="../patterns/plain-call.html">Plain call</a>' in html
    assert '<a href="#figure-walkthrough-handing-in"' in html
    assert ">Handing in</a>, steps 1, 2</li>" in html


def test_whatever_a_component_or_a_step_is_called_stays_text() -> None:
    part = PartLeaf("desk", HOSTILE, HOSTILE, HOSTILE, "", facts=(HOSTILE,), numbers=((HOSTILE, HOSTILE),))
    hop = HopLeaf("1", HOSTILE, line="a", source="b", target="c", from_name=HOSTILE, to_name=HOSTILE, took=HOSTILE)
    html = page(part, WalkLeaf(HOSTILE, "walkthrough-handing-in", (hop,)))
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;alert(1)") == 11


def test_pages_of_patterns_and_rules_tell_what_is_stated_of_the_components_of_their_figures() -> None:
    api = PartLeaf("api", HOSTILE, "service", "Back", "", ("replicas 2",))
    told = carded_rule(replace(api, figure=case, only=True) for case in ("flagged", "accepted"))
    patterns = [replace(pattern("plain-call", "Plain call"), parts=(api,))]
    site = assemble(replace(content(), designs=[], patterns=patterns, rules=[told]), TEMPLATES)
    asked, ruled = (site[path].decode() for path in ("patterns/plain-call.html", "rules/call.html"))
    assert '<h2 id="pattern--parts">Component by component</h2>' in asked
    assert '<article class="part" id="component--api"' in asked
    assert '<p class="part-kind">Service in Back</p>\n<h4>Stated</h4>\n<ul>\n<li>replicas 2</li>' in asked
    assert [ruled.count(f'id="component--{case}--api"') for case in ("flagged", "accepted")] == [1, 1]
    assert '<p class="part-kind">Service in Back, as accepted</p>' in ruled
    assert '<a href="#figure--accepted--api">In the figure</a>' in ruled
    assert "<script>alert" not in asked + ruled
