from dataclasses import replace

from archgen.model.known_number import KnownNumber, NumberGroup
from archgen.website.assemble import assemble
from tests.website.library import TEMPLATES, content

NUMBERS = (
    KnownNumber(
        "wait", "Waiting <long>", "1 s", "So `it` is.", "me", "1 s", ("MS001.longest",), ("AR999",), "One says 2 s.", "patience"
    ),
    KnownNumber("rest", "Rest", "2 s", "Then.", "me", "3 s", ("a.b.C",)),
)
SITE = assemble(replace(content(), numbers=[NumberGroup("times", "Times", "How long.", NUMBERS)]), TEMPLATES)
PAGE = SITE["numbers/index.html"].decode()


def test_a_number_leads_to_the_rules_that_take_it() -> None:
    assert 'Rules: AR999, <a href="../rules/call-without-timeout.html" title="call-without-timeout">MS001</a>.' in PAGE


def test_what_archgen_takes_is_said_where_it_is_another() -> None:
    assert PAGE.count("archgen takes 1") == 0
    assert "archgen takes 3\N{NO-BREAK SPACE}s." in PAGE


def test_where_sources_differ_it_says_what_is_right() -> None:
    assert PAGE.count("Sources differ.") == 1
    assert "Waiting &lt;long&gt;" in PAGE
    assert "So <code>it</code> is." in PAGE


def test_numbers_stand_in_the_menu_and_are_found() -> None:
    assert '<a href="numbers/index.html">Numbers</a>' in SITE["index.html"].decode()
    assert "numbers/index.html#number--wait" in SITE["assets/search-index.js"].decode()


def test_a_site_without_numbers_has_no_page_of_them() -> None:
    assert "numbers/index.html" not in assemble(content(), TEMPLATES)


def test_an_option_of_a_rule_leads_to_the_number_that_it_holds() -> None:
    one, other = (SITE[f"rules/call-{name}.html"].decode() for name in ("without-timeout", "without-end"))
    assert '<td><a href="../numbers/index.html#number--wait"><code>longest</code></a></td>' in one
    assert "#number--" not in other
    assert "../numbers/" not in assemble(content(), TEMPLATES)["rules/call-without-timeout.html"].decode()
