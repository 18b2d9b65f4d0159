from archgen.explaining.sentences import ENGINE, how_bad, mending, waiving
from archgen.explaining.snippets import waivers
from archgen.model.rule import Severity
from tests.explaining.orders import entry, finding


def test_how_bad_a_rule_is_says_that_some_findings_are_milder() -> None:
    rule = entry(Severity.ERROR).value
    assert how_bad(rule, [Severity.ERROR]) == "error (it will fail)"
    assert (
        how_bad(rule, [Severity.WARNING, Severity.INFO])
        == "error (it will fail); some of its findings are of severity warning or info"
    )


def test_a_change_is_told_with_the_option_that_makes_it() -> None:
    assert mending([finding()], asks=False) == ""
    assert mending([finding(edits=True)], asks=False) == "`archgen lint --fix` makes the change."
    assert mending([finding(edits=True, unsafe=True)], asks=False) == "`archgen lint --fix --unsafe-fixes` makes the change."


def test_that_a_rule_asks_is_told() -> None:
    assert mending([], asks=True) == "Where what it needs is not stated, it may ask for that in an info."


def test_a_rule_that_does_nothing_but_ask_is_told_apart() -> None:
    assert mending([], asks=True, only=True) == "All that it does is to ask: stating what it asks for is the answer."


def test_what_else_is_said_of_waivers_depends_on_what_they_are_for() -> None:
    assert waiving([]) == ENGINE
    assert waiving(waivers(entry(), "jobs")).startswith("A waiver without `subject` is for the whole design.")
    assert waiving(waivers(entry(), "")).startswith("A waiver is for the whole design, as no part of it is at fault.")
