"""The page that stands in for one that could not be made."""

from archgen.website.failed import failed_page


def test_it_says_why_and_nothing_of_that_is_read_as_html() -> None:
    page = failed_page("rules/a.html", "<b>", "rules", ["it's <script>", "and more"], "RT001", "Real-time updates")
    assert (page.path, page.title, page.section, page.code, page.group) == (
        "rules/a.html",
        "<b>",
        "rules",
        "RT001",
        "Real-time updates",
    )
    assert "<h1>&lt;b&gt;</h1>" in page.body
    assert "<li>it&#x27;s &lt;script&gt;</li>\n<li>and more</li>" in page.body
