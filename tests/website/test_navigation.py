from archgen.model.page import Page
from archgen.website.navigation import Way, breadcrumbs, contents, menu, neighbours, siblings

RULE = Page("rules/a.html", "a", "<h2 id='x'>X</h2><h3 id='y'>Y</h3><h2 id='z'>Z</h2>", "rules", code="RT001", group="Caching")
OTHER = Page("rules/b.html", "b", "", "rules", code="RT002", group="Contention")
LIST = Page("rules/index.html", "Rules", "", "rules")
GUIDE = Page("guide/a.html", "A", "", "guide")


def test_the_menu_has_the_sections_that_have_pages() -> None:
    assert list(menu([RULE, GUIDE], RULE)) == [Way("Guide", "guide/index.html"), Way("Rules", "rules/index.html", here=True)]


def test_breadcrumbs_lead_from_the_home_page_to_the_family() -> None:
    ways = [Way("Home", "index.html"), Way("Rules", "rules/index.html"), Way("Caching", "families/caching.html")]
    assert list(breadcrumbs(RULE, {"Caching": "caching"}, {})) == ways


def test_a_list_stands_right_below_the_home_page() -> None:
    assert list(breadcrumbs(LIST, {}, {})) == [Way("Home", "index.html")]


def test_a_further_page_stands_below_its_page_and_beside_its_like() -> None:
    further = [Page(f"guide/a/{name}.html", name, "", "guide", above="guide/a.html") for name in "xy"]
    every, titles = [GUIDE, *further], {"guide/a.html": "A"}
    down = [Way("Home", "index.html"), Way("Guide", "guide/index.html"), Way("A", "guide/a.html")]
    assert list(breadcrumbs(further[0], {}, titles)) == down
    assert [way.path for way in siblings(every, further[0], "")] == ["guide/a/x.html", "guide/a/y.html"]
    assert [way.path for way in siblings(every, GUIDE, "")] == ["guide/a.html"]
    assert neighbours(every, further[0]) == {"next": "guide/a/y.html"}
    assert neighbours(every, GUIDE) == {}


def test_beside_a_page_stand_those_of_its_family() -> None:
    assert siblings([RULE, OTHER, LIST, GUIDE], RULE, "") == [Way("a", "rules/a.html", here=True, code="RT001")]


def test_of_a_large_family_those_near_by_and_the_way_to_all() -> None:
    family = [Page(f"rules/{name}.html", name, "", "rules", group="Caching") for name in "abcdefghijklmnopqrst"]
    beside = siblings(family, family[2], "families/caching.html")
    assert [way.text for way in beside] == [*"abcdef", "All 20"]
    assert [way.text for way in beside if way.here] == ["c"]
    assert beside[-1].path == "families/caching.html"
    assert [way.text for way in siblings(family, family[19], "x")] == [*"qrst", "All 20"]


def test_a_short_page_has_no_list_of_its_headings() -> None:
    assert contents(RULE) == []


def test_a_long_page_lists_its_headings() -> None:
    page = Page("a.html", "A", "".join(f"<h2 id='{name}'>{name}</h2>" for name in "abc"), "guide")
    assert [way.path for way in contents(page)] == ["a.html#a", "a.html#b", "a.html#c"]


def test_the_pages_before_and_behind_one_are_those_of_its_section() -> None:
    pages = [Page("rules/index.html", "", "", "rules"), *(Page(f"rules/{name}.html", "", "", "rules") for name in "abc")]
    pages.append(Page("trees/d.html", "", "", "trees"))
    found = [dict(neighbours(pages, page)) for page in pages]
    assert found == [
        {},
        {"next": "rules/b.html"},
        {"prev": "rules/a.html", "next": "rules/c.html"},
        {"prev": "rules/b.html"},
        {},
    ]
