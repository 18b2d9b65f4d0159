"""What every word of the vocabulary owes."""

import dataclasses

import pytest

from archgen import Behaviour, Component, Connection, Data, PatternInstance, vocabulary
from archgen.dsl.shape import Choice, Inner, shape
from archgen.dsl.word import Word, is_abstract
from archgen.vocabulary import SORTS

WORDS: list[type[Word]] = [getattr(vocabulary, name) for name in vocabulary.__all__]
BASES: dict[str, type[Word]] = {
    "components": Component,
    "connections": Connection,
    "data": Data,
    "behaviours": Behaviour,
    "patterns": PatternInstance,
}
every_word = pytest.mark.parametrize("word", WORDS, ids=lambda word: word.__name__)


def below(base: type[Word]) -> list[type[Word]]:
    return [word for word in WORDS if issubclass(word, base)]


@every_word
def test_every_word_stands_in_the_folder_of_its_sort(word: type[Word]) -> None:
    sort = next((sort for sort, base in BASES.items() if issubclass(word, base)), None)
    folder = word.__module__.split(".")[2]
    assert word.__name__ in SORTS[folder]
    assert folder == sort or sort is None


@every_word
def test_no_word_only_says_what_others_have_in_common(word: type[Word]) -> None:
    assert not is_abstract(word)


@every_word
def test_every_attribute_that_is_not_needed_may_be_left_unstated(word: type[Word]) -> None:
    fields = {field.name: field for field in dataclasses.fields(word)}  # type: ignore[arg-type]
    defaults = {name: fields[name].default for name, attribute in shape(word).items() if not attribute.needed}
    assert {name: default for name, default in defaults.items() if default not in (None, False)} == {}


@every_word
def test_every_attribute_says_in_a_sentence_what_it_states(word: type[Word]) -> None:
    texts = {name: attribute.meaning for name, attribute in shape(word).items()}
    assert {name: text for name, text in texts.items() if not text.endswith(".") or not text[0].isupper()} == {}


@every_word
def test_every_policy_may_be_stated_not_to_be_there(word: type[Word]) -> None:
    policies = [one for one in shape(word).values() if isinstance(one.forms[0], Inner) and not one.needed and not one.listed]
    told = [one.name for one in policies if Choice((False,)) not in one.forms]
    assert [name for name in told if name != "requirements"] == [] or issubclass(word, PatternInstance)


@every_word
def test_a_word_speaks_of_no_attribute_that_it_does_not_have(word: type[Word]) -> None:
    said = {part for part in (word.__doc__ or "").split("`")[1::2] if part.isidentifier()}
    assert said <= set(shape(word))


@pytest.mark.parametrize("word", below(Component), ids=lambda word: word.__name__)
def test_every_component_has_an_icon_and_a_colour(word: type[Component]) -> None:
    assert word.glyph
    assert word.tone != "neutral" or word.__name__ == "Monitoring"


@pytest.mark.parametrize("word", below(Connection), ids=lambda word: word.__name__)
def test_every_connection_has_a_verb_of_its_own(word: type[Connection]) -> None:
    assert [other for other in below(Connection) if other.verb == word.verb] == [word]  # type: ignore[attr-defined]
