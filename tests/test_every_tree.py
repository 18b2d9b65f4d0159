"""What every decision tree owes: answers that lead on, leaves that can be reached and are known, a page that explains it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

import pytest

from archgen import Ask, Choose, DecisionTree, Requirements, hours, milliseconds, minutes, per_second, seconds
from archgen.diagrams.notation.pattern_name import pattern_name
from archgen.loading import library
from archgen.model.catalogue import FAMILIES, Entry
from archgen.model.drawing import Drawing

TREES = list(library.trees())
every_tree = pytest.mark.parametrize("entry", TREES, ids=[entry.name for entry in TREES])
# Values of a requirement that a tree may tell apart.
SAMPLES: Mapping[str, Sequence[Any]] = {
    "latency_budget": [milliseconds(100), seconds(2), hours(1)],
    "staleness": [milliseconds(100), seconds(2), hours(1)],
    "media": [False, True],
    "streaming_path": [False, True],
    "client_sends": ["never", "rarely", "often"],
    "connection_state": ["light", "heavy"],
    "endpoint_servers": [1, 9, 10, 1_000],
    "open_sockets": [False, True],
    "http_only": [False, True],
    "content_routing": [False, True],
    "clients_know_servers": [False, True],
    "direct_peers": [False, True],
    "brief_drops": [False, True],
    "ordering": ["none", "per_key", "total"],
    "collaborative": [False, True],
    "max_fanout": [1, 2, 10_000_000],
    "job_duration": [seconds(1), seconds(40), hours(1)],
    "request_timeout": [seconds(2), seconds(30), minutes(5)],
    "result_in_response": [False, True],
    "freshness": [milliseconds(500), seconds(5)],
    "caller": ["app", "server", "absent"],
    "caller_reachable": [False, True],
    "replay_needed": [False, True],
    "write_rate": [per_second(10), per_second(100_000)],
    "operators": [False, True],
    "job_routing": [False, True],
    "recovery_point": [seconds(0), seconds(1)],
    "delivery": ["at_most_once", "at_least_once", "exactly_once"],
    "repeatable_work": [False, True],
    "attempt_ends": ["well", "transient_fault", "permanent_fault"],
    "attempts_left": [False, True],
    "key_recorded": [False, True],
    "multi_tenant": [False, True],
    "elastic": [False, True],
    "downstream_limit": ["at_once", "per_second", "unknown"],
    "downstream_bursts": [False, True],
    "broker_priorities": [False, True],
    "low_must_progress": [False, True],
    "duplicates_from": ["client", "queue", "process"],
    "client_keys": [False, True],
}


def questions(tree: DecisionTree) -> list[Ask]:
    return [node for node in tree.nodes() if isinstance(node, Ask)]


def requirements(tree: DecisionTree) -> Iterator[Requirements]:
    """Every combination of the samples of what the tree needs."""
    needed = sorted({need for ask in questions(tree) for need in ask.needs})
    for values in product(*(SAMPLES[need] for need in needed)):
        yield Requirements(**dict(zip(needed, values, strict=True)))


@every_tree
def test_whatever_is_required_leads_to_a_choice(entry: Entry[DecisionTree]) -> None:
    ends = [entry.value.decide(need).end for need in requirements(entry.value)]
    assert [end for end in ends if not isinstance(end, Choose)] == []


@every_tree
def test_each_choice_is_reached_by_some_requirements(entry: Entry[DecisionTree]) -> None:
    reached = {entry.value.decide(need).end.pattern for need in requirements(entry.value)}  # type: ignore[union-attr]
    assert reached == {node.pattern for node in entry.value.nodes() if isinstance(node, Choose)}


@every_tree
def test_each_branch_is_taken_by_some_requirements(entry: Entry[DecisionTree]) -> None:
    walks = [entry.value.decide(need) for need in requirements(entry.value)]
    taken = {(answer.question, answer.answer) for walk in walks for answer in walk.answers}
    assert taken == {(ask.question, answer) for ask in questions(entry.value) for answer in ask.branches}


@every_tree
def test_each_choice_is_a_pattern_of_the_library_with_a_reason(entry: Entry[DecisionTree]) -> None:
    choices = [node for node in entry.value.nodes() if isinstance(node, Choose)]
    assert [choice for choice in choices if not library.patterns().has(choice.pattern) or not choice.reason] == []


@every_tree
def test_without_requirements_the_first_question_is_asked(entry: Entry[DecisionTree]) -> None:
    walk = entry.value.decide(Requirements())
    assert (walk.answers, walk.end) == ((), entry.value.root)


@every_tree
def test_no_question_is_answered_without_what_it_needs(entry: Entry[DecisionTree]) -> None:
    assert [ask.question for ask in questions(entry.value) if ask.answer(Requirements()) is not None or not ask.needs] == []


@every_tree
def test_it_is_drawn_with_a_box_for_every_pattern_it_leads_to(entry: Entry[DecisionTree]) -> None:
    (drawing,) = library.diagrams().get("decisions").value.draw(entry.value)
    assert isinstance(drawing, Drawing)
    patterns = {pattern_name(node.pattern) for node in entry.value.nodes() if isinstance(node, Choose)}
    assert {box.title for box in drawing.boxes if box.shape == "answer"} == patterns


@every_tree
def test_its_page_starts_with_a_claim_and_says_how_it_decides(entry: Entry[DecisionTree]) -> None:
    assert entry.claim.endswith(".")
    assert entry.section("How it decides")
    assert entry.family in FAMILIES
