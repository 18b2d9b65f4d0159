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


def test_a_pattern_that_another_leads_to_in_brackets_is_told_by_its_title() -> None:
    html = page("patterns/plain-call.html")
    assert '(<a href="../patterns/second-call.html">Second &lt;call&gt;</a>)' in html.replace(
        'href="second', 'href="../patterns/second'
    )
    assert "(<code>timeout</code>)" in html


def test_a_rule_page_shows_what_is_flagged_beside_what_is_accepted() -> None:
    html = page("rules/call-without-timeout.html")
    assert '<div class="pair pair-beside">' in html
    assert "<p>App calls API may wait for ever</p>" in html
    assert "<li>App calls API: timeout = 1\N{NO-BREAK SPACE}s</li>" in html


def test_a_rule_page_tells_its_code_its_severity_and_its_family() -> None:
    html = page("rules/call-without-timeout.html")
    assert '<h1><span class="code">MS001</span> call-without-timeout</h1>' in html
    assert '<span class="severity severity-warning">warning</span>' in html
    assert '<a href="../families/multi-step-processes.html">Multi-step processes</a>' in html


def test_what_a_rule_names_leads_to_its_page() -> None:
    html = page("rules/call-without-timeout.html")
    assert '<li><a href="../patterns/plain-call.html">Plain call</a></li>' in html
    assert '<a href="call-without-end.html"><code>MS002</code> call-without-end</a>: A call' in html


def test_each_design_of_a_rule_has_a_figure_of_its_own() -> None:
    figures = KNOWN["rules/call-without-timeout.html"].figures
    assert list(figures) == [f"figures/rules/call-without-timeout/{name}.svg" for name in ("flagged", "accepted")]


def test_a_rule_page_shows_its_designs_as_text_and_marks_what_differs() -> None:
    html = page("rules/call-without-timeout.html")
    assert "Flagged, as <code>MS001-flagged.yaml</code>." in html
    assert "<mark>  - {kind: calls, from: app, to: api, timeout: 1s}</mark>" in html
    assert "<span>  app: {kind: client}</span>" in html


def test_a_rule_page_tells_a_finding_as_the_linter_does() -> None:
    html = page("rules/call-without-timeout.html")
    for part in (
        "<code>MS001-flagged.yaml:9:5</code>",
        '<p class="finding-message">App calls API may wait for ever</p>',
        "<dt>because</dt><dd>App calls API: timeout is not stated</dd>",
        "<dt>fix</dt><dd>state a timeout</dd>",
        "<li><code>calls</code>: <code>timeout</code></li>",
        "<p>Severity: warning (it may fail, or cost more than it should).</p>",
    ):
        assert part in html


def test_a_rule_page_has_a_table_of_options_and_how_to_set_them() -> None:
    html = page("rules/call-without-timeout.html")
    meaning = "How long a call may wait; more than an <code>hour</code> is none."
    assert (
        '<td><code>longest</code></td><td data-label="Value">a duration, such as 500ms or 15 min</td>'
        f'<td data-label="Default"><code>&#34;30s&#34;</code></td><td>{meaning}</td>'
    ) in html
    assert "[lint.rules.call-without-timeout]\nlongest = &#34;30s&#34;\n" in html


def test_a_rule_page_says_how_to_waive_it_in_every_language() -> None:
    html = page("rules/call-without-timeout.html")
    for language, part in (
        ("yaml", "waivers:\n  - rule: call-without-timeout\n    subject: app-calls-api\n"),
        ("python", "        subject=app_calls_api,\n"),
        ("toml", "[[lint.waivers]]\nrule = &#34;call-without-timeout&#34;\n"),
    ):
        assert f'<code class="language-{language}">' in html
        assert part in html


def test_a_rule_page_tells_what_it_was_once_called() -> None:
    assert '<span class="formerly">formerly <code>MS901</code></span>' in page("rules/call-without-timeout.html")


def test_a_pattern_page_leads_to_the_rules_about_it() -> None:
    html = page("patterns/plain-call.html")
    assert '<a href="../rules/call-without-end.html"><code>MS002</code> call-without-end</a>: A call' in html
    assert "Rules about it" not in page("patterns/second-call.html")


def test_a_pattern_page_tells_when_how_and_at_what_price() -> None:
    html = page("patterns/plain-call.html")
    for part in (
        "<li>answers come at once</li>",
        "<strong>API</strong> to <strong>App</strong>: answers",
        "<td>The caller waits</td>",
    ):
        assert part in html


def test_a_pattern_page_tells_what_it_needs_and_what_of_the_figure_has_it() -> None:
    html = page("patterns/plain-call.html")
    assert "<tr><td>An end to waiting, as <code>timeout</code></td><td>App calls API: timeout = 1 s</td></tr>" in html
    assert "<tr><td>Somebody who asks</td><td>App</td></tr>" in html
    assert "What it needs" not in page("trees/how-to-ask.html")


def test_a_tree_page_leads_to_the_patterns_that_exist() -> None:
    html = page("trees/how-to-ask.html")
    assert '<a href="../patterns/plain-call.html">Plain call</a>: it is quick' in html
    assert "<code>queue</code>: it is not" in html


def test_titles_are_escaped() -> None:
    assert "<h1>Second &lt;call&gt;</h1>" in page("patterns/second-call.html")


def test_a_pattern_page_leads_to_the_decisions_that_end_at_it() -> None:
    heading = '<h2 id="pattern--decisions">Decisions that lead to it</h2>'
    led = f'{heading}\n<ul>\n<li><a href="../trees/how-to-ask.html">How is it asked?</a></li>'
    assert led in page("patterns/plain-call.html")
    assert "pattern--decisions" not in page("patterns/second-call.html")


def test_a_page_ends_with_the_ways_to_those_before_and_behind_it() -> None:
    end = page("rules/call-without-end.html").partition('<nav class="turn"')[2]
    assert '<a rel="prev" href="call-without-timeout.html"><small>Previous</small> call-without-timeout</a>' in end
    assert '<a rel="next" href="call-of-ones-own.html"><small>Next</small> call-of-ones-own</a>' in end
    assert 'class="turn"' not in page("rules/index.html")
