"""A site that a team names is the team's on every page: its title, its mark, and what it says on its home page."""

from dataclasses import replace

from archgen.model.dossier import Figure
from archgen.model.own_page import OwnPage
from archgen.model.page import Content, Page
from archgen.website.assemble import put_together
from archgen.website.filling import filling
from archgen.website.prepared import prepared
from tests.website.library import ASSETS, TEMPLATES

NAMED = Content(title="Ours <1>", description="What we run.", logo="site-logo.png", assets={**ASSETS, "site-logo.png": b"png"})
PAGE = Page("pages/on-call.html", "On call", "<h1>On call</h1>\n<p>Who is woken.</p>\n", "pages", "Who is woken.")


def site(content: Content) -> dict[str, str]:
    assembled = put_together(content, [prepared(PAGE, {})], filling(TEMPLATES))
    assert assembled.broken == []
    return {path: data.decode("utf-8", "replace") for path, data in assembled.site.items()}


def test_every_page_bears_the_title_and_the_mark() -> None:
    made = site(NAMED)
    page = made["pages/on-call.html"]
    assert "<title>On call · Ours &lt;1&gt;</title>" in page
    assert '<img src="../assets/site-logo.png" alt="" width="26" height="26"><span>Ours &lt;1&gt;</span></a>' in page
    assert '<link rel="icon" href="../assets/site-logo.png">' in page
    assert "<title>No such page · Ours &lt;1&gt;</title>" in made["404.html"]
    feed = site(replace(NAMED, address="https://example.org/", updated="2027-01-31"))["feed.xml"]
    assert "<title>Ours &lt;1&gt;</title>" in feed


def test_the_home_page_begins_with_the_title_and_leads_to_the_pages() -> None:
    home = site(NAMED)["index.html"]
    assert "<title>Ours &lt;1&gt;</title>" in home
    assert '<meta name="description" content="What we run.">' in home
    assert '<h1>Ours &lt;1&gt;</h1>\n<p class="hero-lead">What we run.</p>' in home
    assert '<a href="pages/on-call.html">On call</a><p>Who is woken.</p>' in home
    assert "Describe a system once" not in home


def test_what_the_team_says_there_goes_before_the_title() -> None:
    figure = Figure("shop", "", "", "<svg><style></style></svg>")
    own = OwnPage("index.html", "Welcome", "<h1>Welcome</h1>\n<p>Read on.</p>\n", "Read on.", {"pages/shop.svg": figure})
    made = site(replace(NAMED, home=own, files={"pages/plan.txt": b"plan"}))
    assert "<h1>Welcome</h1>\n<p>Read on.</p>" in made["index.html"]
    assert "<h1>Ours" not in made["index.html"]
    assert (made["pages/plan.txt"], made["pages/shop.svg"]) == ("plan", "<svg><style>\n</style></svg>")
