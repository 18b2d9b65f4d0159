from archgen.website.mentions import link_mentions

PATHS = {"RT001": "rules/a.html", "websocket": "patterns/websocket.html"}


def test_a_name_in_a_text_leads_to_its_page() -> None:
    html = link_mentions("<p><code>RT001</code> and <code>other</code></p>", "patterns/x.html", PATHS)
    assert html == '<p><a href="../rules/a.html"><code>RT001</code></a> and <code>other</code></p>'


def test_a_page_does_not_lead_to_itself() -> None:
    assert link_mentions("<code>RT001</code>", "rules/a.html", PATHS) == "<code>RT001</code>"


def test_links_titles_programs_and_figures_are_left_as_they_are() -> None:
    for html in (
        '<a href="x"><code>RT001</code></a>',
        "<h1><code>RT001</code></h1>",
        "<pre><code>websocket</code></pre>",
        "<svg><text><code>websocket</code></text></svg>",
        '<p class="place">where <code>websocket</code> is the variable of the part.</p>',
    ):
        assert link_mentions(html, "x.html", PATHS) == html
