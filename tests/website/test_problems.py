from dataclasses import replace

from archgen.loading import library
from archgen.model.page import Content
from archgen.website.filling import filling
from archgen.website.problems import problems_page, problems_with, walked, well_known
from tests.website.library import TEMPLATES, content, page, problem

HTML = page("problems/index.html")


def told(id: str) -> str:
    """What the page says of one problem."""
    return HTML.partition(f'<h3 id="{id}">')[2].partition("</section>")[0]


def test_without_problems_there_is_no_page() -> None:
    assert list(problems_page(Content(), [], [], filling(TEMPLATES))) == []


def test_a_problem_is_told_with_the_names_that_people_know_it_by() -> None:
    assert told("parcel-tracking").startswith("Asking &lt;parcel-tracking&gt;</h3>")
    assert "As in Hermes, Swift &lt;Post&gt;</p>" in told("parcel-tracking")
    assert "<p>People ask &amp; wait.</p>" in told("parcel-tracking")
    assert "As in" not in told("mail")


def test_its_decisions_lead_to_the_tree_and_to_what_it_comes_to() -> None:
    tree, arrow, end = told("mail").partition("→")
    assert arrow
    assert '<a href="../trees/how-to-ask.html">How is it asked?</a>' in tree
    assert '<a href="../patterns/second-call.html">Second &lt;call&gt;</a>' in end


def test_its_patterns_rules_and_designs_are_linked_each_once() -> None:
    links = ('"../patterns/plain-call.html"', '"../rules/call-without-timeout.html"', '"../designs/parcels.html"')
    assert [told("mail").count(link) for link in links] == [1, 1, 1]


def test_what_the_site_does_not_have_is_left_out() -> None:
    assert not [name for name in ("not-yet-written", "no-tree", "not-on-this-site") if name in HTML]


def test_a_site_without_the_pattern_that_a_tree_comes_to_names_it() -> None:
    [found] = problems_page(replace(content(), patterns=()), [], [], filling(TEMPLATES))
    assert "</span> second-call</span>" in found.body


def test_a_family_is_linked_where_the_site_has_it() -> None:
    known, other = HTML.partition('<h2 id="family--scaling-writes">')[::2]
    assert "../families/multi-step-processes.html" in known.partition("<h2 ")[2]
    assert "families/" not in other.partition("</main>")[0]


def test_patterns_and_trees_lead_back_to_their_problems() -> None:
    for path in ("patterns/plain-call.html", "patterns/second-call.html", "trees/how-to-ask.html"):
        assert '<a href="../problems/index.html#mail">Asking &lt;mail&gt;</a>' in page(path)
        assert "</a>, as in Hermes, Swift &lt;Post&gt;</li>" in page(path)


def test_problems_are_found_by_pattern_and_by_tree() -> None:
    names = ("plain-call", "second-call", "how-to-ask", "webrtc")
    assert [len(problems_with(name, content().problems)) for name in names] == [2, 2, 2, 0]


def test_of_each_family_some_are_named_that_people_know() -> None:
    told = [problem("a", "caching", ("A", "Z")), problem("none", "caching"), *(problem(id, "caching", (id,)) for id in "bcd")]
    assert [name for name, _ in well_known([*told, problem("e", "contention", ("E",))])] == ["A", "b", "c", "E"]


def test_the_home_page_leads_to_them() -> None:
    html = page("index.html")
    assert '<li><a href="problems/index.html#parcel-tracking">Hermes</a></li>' in html
    assert '<a class="known-all" href="problems/index.html">All 2</a>' in html


def test_a_decision_leads_to_the_way_that_the_problem_takes() -> None:
    tree = library.trees().get("client-protocol")
    live = {"latency_budget": "300ms", "media": False, "client_sends": "often"}
    assert walked(tree, replace(problem("chat", "caching"), requirements=live)) == "#walk=no/no/yes"
    assert walked(tree, replace(problem("chat", "caching"), requirements={"latency_budget": "300ms"})) == ""
    assert walked(tree, replace(problem("chat", "caching"), requirements={"latency_budget": "soon"})) == ""
