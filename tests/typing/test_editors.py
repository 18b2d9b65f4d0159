"""What an editor offers and shows while somebody writes a design, by the language server that most editors run."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from archgen import Cache, Calls, Consumes, Queue
from archgen.dsl.attribute_docs import attribute_docs
from archgen.dsl.shape import shape
from tests.typing.language_server import LanguageServer

ROOT = Path(__file__).resolve().parents[2]
DESIGN = '''\
from archgen import Cache, Calls, Client, Consumes, Queue, Service, Worker, kilobytes, word

jobs = Queue("Jobs", )
cache = Cache("Sessions", eviction="")
ask = Calls(Client("App", devices=3), Service("Shop"), retry=False, payload=kilobytes(4))
seen = jobs.dead_letter
worker = Worker("Mailer")
take = Consumes(source=worker, target=jobs)


@word
class Gateway(Service):
    """What stands at the edge."""

    lanes: int | None = None
    """How many requests pass abreast."""


gateway = Gateway("Gateway", lanes=2)
'''


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    file = tmp_path_factory.mktemp("designs") / "shop.py"
    file.write_text(DESIGN, "utf-8")
    with LanguageServer(file, ROOT) as server:
        yield server


def test_words_are_offered_where_they_are_imported(editor: LanguageServer) -> None:
    assert {"Cache", "CacheAside"} <= set(editor.completions("from archgen import Ca"))


def test_every_attribute_is_offered_within_the_brackets(editor: LanguageServer) -> None:
    offered = editor.completions('Queue("Jobs", ')
    assert [name for name in shape(Queue) if f"{name}=" not in offered] == []


def test_choices_are_offered_within_the_quotes(editor: LanguageServer) -> None:
    assert '"lru"' in editor.completions('eviction="')


def test_attributes_are_offered_behind_the_dot(editor: LanguageServer) -> None:
    assert set(shape(Queue)) <= set(editor.completions("seen = jobs."))


def test_a_word_shows_its_attributes_and_its_text(editor: LanguageServer) -> None:
    shown = editor.hover("cache = ")
    assert "ttl: " in shown
    assert str(Cache.__doc__).splitlines()[0] in shown


def test_an_attribute_shows_its_type_and_its_text_where_it_is_given(editor: LanguageServer) -> None:
    shown = editor.hover('Service("Shop"), ')
    assert "retry: Retry | Literal[False] | None" in shown
    assert next(attribute_docs(cls)["retry"] for cls in Calls.__mro__ if "retry" in attribute_docs(cls)) in shown


def test_an_attribute_shows_its_text_where_it_is_read(editor: LanguageServer) -> None:
    assert attribute_docs(Queue)["dead_letter"] in editor.hover("seen = jobs.")


def test_a_narrowed_end_shows_a_text_of_its_own(editor: LanguageServer) -> None:
    shown = editor.hover("take = Consumes(source=worker, ")
    assert "target: Broker | Store" in shown
    assert attribute_docs(Consumes)["target"] in shown


def test_a_unit_shows_its_text(editor: LanguageServer) -> None:
    assert "Thousands of bytes." in editor.hover("payload=")


def test_a_word_of_ones_own_shows_what_its_author_says(editor: LanguageServer) -> None:
    assert "What stands at the edge." in editor.hover("gateway = ")
    assert "How many requests pass abreast." in editor.hover('Gateway("Gateway", ')
