from archgen.website.filling import filling
from archgen.website.pages import pages
from tests.website.library import TEMPLATES, content, page

KNOWN = {one.path: one for one in pages(content(), filling(TEMPLATES))}


def test_everything_has_a_page() -> None:
    assert list(KNOWN) == [
        "guide/first.html",
        "guide/later.html",
        "designs/parcels.html",
        "patterns/plain-call.html",
        "patterns/second-call.html",
        "trees/how-to-ask.html",
        "rules/call-without-timeout.html",
        "rules/call-without-end.html",
        "rules/call-of-ones-own.html",
    ]


def test_a_guide_has_the_title_and_the_first_sentence_of_its_text() -> None:
    assert (KNOWN["guide/first.html"].title, KNOWN["guide/first.html"].lead) == ("First & foremost", "Read this first.")


def test_a_rule_page_shows_what_is_flagged_beside_what_is_accepted() -> None:
    html = page("rules/call-without-timeout.html")
    assert '<div class="pair pair-beside">' in html
    assert "<p>App calls API may wait for ever</p>" in html
    assert "<li>App calls API: timeout = 1 s</li>" in html


def test_a_rule_page_tells_its_code_its_severity_and_its_family() -> None:
    html = page("rules/call-without-timeout.html")
    assert '<h1><span class="code">MS001</span> call-without-timeout</h1>' in html
    assert '<span class="severity severity-warning">warning</span>' in html
    assert '<a href="../families/multi-step-processes.html">Multi-step processes</a>' in html


def test_what_a_rule_names_leads_to_its_page() -> None:
    html = page("rules/call-without-timeout.html")
    assert '<a href="../patterns/plain-call.html"><code>plain-call</code></a>' in html
    assert '<a href="call-without-end.html"><code>MS002</code></a>' in html


def test_a_pattern_page_tells_when_how_and_at_what_price() -> None:
    html = page("patterns/plain-call.html")
    for part in (
        "<li>answers come at once</li>",
        "<strong>API</strong> to <strong>App</strong>: answers",
        "<td>the caller waits</td>",
    ):
        assert part in html


def test_a_tree_page_leads_to_the_patterns_that_exist() -> None:
    html = page("trees/how-to-ask.html")
    assert '<a href="../patterns/plain-call.html">Plain call</a>: it is quick' in html
    assert "<code>queue</code>: it is not" in html


def test_titles_are_escaped() -> None:
    assert "<h1>Second &lt;call&gt;</h1>" in page("patterns/second-call.html")
