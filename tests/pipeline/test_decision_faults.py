"""What is wrong with the decisions of a design is told, and nothing is imported to find nothing wrong."""

import subprocess
import sys

import pytest

from archgen import Decision, Design, Service
from archgen.errors import SpecError
from archgen.loading import library
from archgen.model.link import link
from archgen.model.spec import Spec
from archgen.pipeline.decision_faults import check_decisions, decision_faults
from archgen.pipeline.judging import lint
from archgen.pipeline.reading import Read


def deciding(*decisions: Decision) -> Read:
    spec = Spec(Design("Shop", [Service("API")], decisions=decisions))
    return Read(spec, link(spec))


def said(*decisions: Decision) -> list[str]:
    return [fault.message for fault in decision_faults(deciding(*decisions), library.trees(), library.patterns)]


@pytest.mark.parametrize(
    "decision",
    [
        Decision("client-protocol"),
        Decision("Client_Protocol", choice="Long_Polling"),
        Decision("client-protocol", choice="message-queue", reason="the screen is a terminal beside the database"),
    ],
    ids=["the tree's own way", "in other letters", "a way that no tree knows"],
)
def test_what_a_tree_leads_to_may_be_taken_and_anything_else_with_a_reason(decision: Decision) -> None:
    assert said(decision) == []
    check_decisions(deciding(decision))


@pytest.mark.parametrize(
    ("decision", "message"),
    [
        (Decision("client-protocl"), 'there is no tree "client-protocl"; did you mean "client-protocol"?'),
        (Decision("client-protocol", choice="websockt"), 'there is no pattern "websockt"; did you mean "websocket"?'),
        (
            Decision("rt-nat-traversal", choice="zzz"),
            'there is no pattern "zzz"; the tree leads to stun, turn',
        ),
        (
            Decision("rt-nat-traversal", choice="websocket"),
            'the tree "rt-nat-traversal" does not lead to "websocket"; the tree leads to stun, turn; '
            "if it is to be that, say why: `reason`",
        ),
    ],
    ids=["a tree", "a pattern like one of the tree's", "a pattern like none", "a pattern of elsewhere"],
)
def test_what_there_is_not_is_told_with_what_there_is(decision: Decision, message: str) -> None:
    assert said(decision) == [message]
    with pytest.raises(SpecError):
        lint(deciding(decision))


def test_where_a_pattern_is_not_known_and_its_tree_neither_all_patterns_are_listed_elsewhere() -> None:
    first, second = said(Decision("zzz", choice="qqq"))
    assert first.startswith('there is no tree "zzz"; known: broker-choice, ')
    assert second == 'there is no pattern "qqq"; `archgen list patterns` lists them'


def test_no_tree_and_no_pattern_is_imported_where_all_names_are_those_of_files() -> None:
    code = (
        "import sys; from tests.pipeline.test_decision_faults import *; "
        "check_decisions(deciding(Decision('client-protocol'), Decision('update-routing'))); "
        "print(sum(name.startswith('patterns.') for name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout == "0\n"
