"""What a design puts to use: what it states, what its decisions come to, and these."""

from dataclasses import replace

from archgen import Cache, CacheAside, Database, Decision, Design, Service
from archgen.model.put_to_use import put_to_use
from tests.documents.parcels import dossier


def test_stated_patterns_decisions_and_what_these_come_to_are_put_to_use() -> None:
    made = dossier()
    assert list(put_to_use(made)) == ["label-writing", "message-queue"]
    undecided = replace(made, decisions=tuple(replace(one, decision=None) for one in made.decisions))
    assert list(put_to_use(undecided)) == []


def test_a_pattern_is_known_by_its_id() -> None:
    design = Design("Copies", [CacheAside(Service("API"), Cache("Copies"), Database("Store"))], decisions=[Decision("x")])
    assert next(iter(put_to_use(dossier(design)))) == "cache-aside"
