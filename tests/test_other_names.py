"""What others call it: every hint leads to a name that there is."""

import dataclasses

import archgen
from archgen import vocabulary
from archgen.dsl.naming import snake
from archgen.errors import offer
from archgen.other_names import OTHER_NAMES, called_here
from archgen.vocabulary import SORTS

LANGUAGE = {snake(name) for name in archgen.__all__}
WORDS = [getattr(vocabulary, name) for sort in SORTS.values() for name in sort] + [archgen.Requirements, archgen.Design]
ATTRIBUTES = {field.name for word in WORDS for field in dataclasses.fields(word)}


def test_every_other_name_leads_to_names_that_there_are() -> None:
    leading_nowhere = {other: set(here) - LANGUAGE - ATTRIBUTES for other, here in OTHER_NAMES.items()}
    assert not any(leading_nowhere.values()), leading_nowhere
    assert not [other for other, here in OTHER_NAMES.items() if other in here]


def test_a_hint_is_written_as_the_names_that_it_is_taken_from() -> None:
    assert called_here("Redis", ["Cache", "KeyValueStore", "Queue"]) == ["Cache", "KeyValueStore"]
    assert called_here("dead-letter queue", ["dead_letter"]) == ["dead_letter"]
    assert called_here("DeadLetterQueue", ["dead_letter"]) == ["dead_letter"]
    assert called_here("redis", ["queue"]) == []


def test_a_name_that_others_use_is_offered_before_one_that_looks_like_it() -> None:
    assert offer("kafka", ["kafkas", "topic"], "") == '; here it is called "topic"'
    assert offer("sevice", ["service"], "") == '; did you mean "service"?'
