"""Which parts a word speaks of."""

import archgen
from archgen import Database, Design, Entity, Queue, Reads, Service, System
from archgen.dsl.shape import Choice, Plain, flattened, shape
from archgen.dsl.word import Word
from archgen.model.referred import referred, speaking


def test_it_is_spoken_of_in_attributes_and_within_lists_in_their_order() -> None:
    order, store = Entity("Order"), Database("Store")
    assert list(referred(Database("Orders", holds=[order]))) == [order]
    service = Service("Shop")
    assert list(referred(Reads(service, store, data=[order]))) == [service, store, order]
    failed = Queue("Failed")
    assert list(referred(Queue("Jobs", dead_letter=failed))) == [failed]


def test_what_is_within_another_design_is_spoken_of_there() -> None:
    inner = Service("Inner")
    assert list(referred(System("Box", design=Design("Within", [inner]), entry=inner))) == []


def test_every_attribute_is_looked_at_that_may_hold_a_word() -> None:
    for cls in {one for name in archgen.__all__ if isinstance(one := getattr(archgen, name), type) and issubclass(one, Word)}:
        for name, one in shape(cls).items():
            if name not in cls.elsewhere and any(not isinstance(form, Plain | Choice) for form in flattened(one.forms)):
                assert name in speaking(cls), (cls, name)  # type: ignore[arg-type]  # any class can be hashed
