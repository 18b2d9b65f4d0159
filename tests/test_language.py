"""The names of the language are one list, told to type checkers, to imports and to people alike."""

import ast
import importlib
from pathlib import Path

import pytest

import archgen
from archgen import dsl, plugin, vocabulary


def names_for_type_checkers() -> list[str]:
    tree = ast.parse(Path(vocabulary.__file__).read_text("utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    return [alias.asname or alias.name for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names]


def test_the_language_is_the_grammar_and_the_vocabulary() -> None:
    assert sorted(archgen.__all__) == sorted([*dsl.__all__, *vocabulary.__all__])


def test_type_checkers_know_the_same_words() -> None:
    assert sorted(names_for_type_checkers()) == sorted(vocabulary.__all__)


def test_every_word_stands_in_the_folder_of_its_sort() -> None:
    assert sorted(name for names in vocabulary.SORTS.values() for name in names) == sorted(vocabulary.__all__)
    assert sorted(vocabulary.SORTS) == ["behaviours", "components", "connections", "data", "patterns", "policies"]


@pytest.mark.parametrize("module", [archgen, dsl, vocabulary, plugin], ids=lambda module: module.__name__)
def test_every_name_can_be_imported(module: object) -> None:
    assert [name for name in module.__all__ if not hasattr(module, name)] == []  # type: ignore[attr-defined]


@pytest.mark.parametrize("module", [archgen, dsl, vocabulary, plugin], ids=lambda module: module.__name__)
def test_names_stand_once_and_in_order(module: object) -> None:
    names: list[str] = module.__all__  # type: ignore[attr-defined]
    assert names == sorted(set(names), key=lambda name: (not name.isupper(), name[0].islower(), name))


def test_a_name_is_the_same_however_it_is_come_by() -> None:
    assert archgen.Service is vocabulary.Service
    assert archgen.Design is dsl.Design


def test_a_name_that_there_is_not_is_refused() -> None:
    with pytest.raises(ImportError, match="cannot import name 'Servise'"):
        exec("from archgen import Servise")
    with pytest.raises(AttributeError, match='archgen has no name "Servise"'):
        importlib.import_module("archgen").Servise  # noqa: B018
