from archgen import Cache, Calls, Group, Retry, WorkflowStep
from archgen.explaining.words import RuleAbout, rules_data, word_page, written_as
from archgen.model.explanation import Evidence, Related

ABOUT = RuleAbout(
    Related("rule", "CA012", "mutable-entry-without-expiry", "A cached value may change"),
    Evidence("cache", ("ttl", "invalidation"), ("reads",), "what it is and what it is connected with"),
)


def test_a_word_says_how_it_is_written() -> None:
    assert list(written_as(Cache)) == ["- In Python: `Cache`", "- In YAML: an entry of `components` with `kind: cache`"]
    assert list(written_as(Calls))[1] == "- In YAML: an entry of `connections` with `kind: calls`"
    assert list(written_as(Group))[1] == "- In YAML: an entry of `groups`"


def test_a_word_that_others_are_made_of_has_no_section() -> None:
    assert [list(written_as(word)) for word in (Retry, WorkflowStep)] == [
        ["- In Python: `Retry`"],
        ["- In Python: `WorkflowStep`"],
    ]


def test_a_word_tells_the_rules_that_rest_on_it() -> None:
    page = word_page(Cache, "Copies of values.", [ABOUT])
    assert page.endswith(
        "\n\nCopies of values.\n\n## Rules that rest on it\n\n- `CA012 mutable-entry-without-expiry`: "
        "`ttl`, `invalidation`, reads as derived, what it is and what it is connected with"
    )
    assert "## Rules" not in word_page(Cache, "Copies of values.", [])


def test_the_rules_are_plain_data() -> None:
    [rule] = rules_data([ABOUT])
    assert (rule["id"], rule["attributes"]) == ("CA012", ["ttl", "invalidation"])
