from archgen.website.mentions import link_mentions, link_words

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


def test_a_word_of_the_language_leads_to_where_it_is_told() -> None:
    words = {"Cache": "guide/language.html#cache", "cache": "guide/language.html#cache"}
    marked = (f'<span class="t">{name}</span>' for name in ("Cache", "cache", "Mine"))
    source = f'<pre class="taken"><code>{" ".join(marked)}</code></pre>'
    led = '<a href="../guide/language.html#cache"><span class="t">Cache</span></a>'
    assert led in link_mentions(source, "designs/a.html", words)
    assert link_mentions(source, "designs/a.html", words).count("<a ") == 2
    assert link_mentions("<code>Cache</code>", "designs/a.html", words).startswith('<a href="../guide/language.html#cache">')
    assert link_mentions("<code>cache</code>", "designs/a.html", words) == "<code>cache</code>"
    assert link_mentions("<code>Cache</code>", "guide/language.html", words) == "<code>Cache</code>"


def test_words_of_an_article_lead_to_what_they_name_and_stay_words_where_that_has_no_page() -> None:
    html = '<p><a href="websocket">sockets</a>, <a href="gone">others</a> and <a href="#x">below</a></p>'
    led = '<p><a href="../patterns/websocket.html">sockets</a>, others and <a href="#x">below</a></p>'
    assert link_words(html, "families/x.html", PATHS) == led
