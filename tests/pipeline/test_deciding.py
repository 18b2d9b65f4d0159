"""Deciding by trees."""

import pytest

from archgen import Requirements, seconds
from archgen.errors import UsageError
from archgen.loading import library
from archgen.pipeline.deciding import decisions, requirements, untouched, why_asked


def test_what_is_stated_besides_goes_before_what_is_required() -> None:
    assert requirements(None, ["staleness=5s", "media=false"]).staleness == seconds(5)
    with pytest.raises(UsageError, match="it takes NAME=VALUE"):
        requirements(None, ["media"])


def test_a_tree_is_walked_without_a_design() -> None:
    (decided,) = decisions(None, "rt-nat-traversal", Requirements(direct_peers=False))
    assert decided.advice == "turn"
    assert "rt-nat-traversal" not in untouched([decided])


def test_a_question_says_where_its_answers_lead() -> None:
    root = library.trees().get("rt-nat-traversal").value.root
    assert list(why_asked(root)) == [
        "yes leads to stun",
        "no leads to turn",
        "a design states it as direct_peers: Whether peers reach one another once they know their public addresses; "
        "about four of five do.",
    ]
