"""What every word of the vocabulary owes."""

import dataclasses

import pytest

from archgen import Component, Connection, vocabulary
from archgen.dsl.word import Word

WORDS: list[type[Word]] = [getattr(vocabulary, name) for name in vocabulary.__all__]
every_word = pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)


@every_word
def test_every_word_stands_in_the_folder_of_its_sort(word: type[Word]) -> None:
    sort = "components" if issubclass(word, Component) else "connections" if issubclass(word, Connection) else "policies"
    assert word.__module__.split(".")[:3] == ["archgen", "vocabulary", sort]


@every_word
def test_every_attribute_of_its_own_may_be_left_unstated(word: type[Word]) -> None:
    inherited = {field.name for base in (Component, Connection) if issubclass(word, base) for field in dataclasses.fields(base)}
    own = [field for field in dataclasses.fields(word) if field.name not in inherited]  # type: ignore[arg-type]
    assert {field.default for field in own} <= {None}


@every_word
def test_every_attribute_is_told_of_or_speaks_for_itself(word: type[Word]) -> None:
    """A word's docstring is its page: a first line, and no attribute named in it that it does not have."""
    said = {part for part in (word.__doc__ or "").split("`")[1::2] if part.isidentifier()}
    assert said <= {field.name for field in dataclasses.fields(word)}  # type: ignore[arg-type]


@pytest.mark.parametrize("word", [word for word in WORDS if issubclass(word, Component)], ids=lambda word: word.__name__)
def test_every_component_has_an_icon_and_a_colour(word: type[Component]) -> None:
    assert word.glyph
    assert word.tone != "neutral"


@pytest.mark.parametrize("word", [word for word in WORDS if issubclass(word, Connection)], ids=lambda word: word.__name__)
def test_every_connection_has_a_verb_of_its_own(word: type[Connection]) -> None:
    assert [other for other in WORDS if issubclass(other, Connection) and other.verb == word.verb] == [word]
