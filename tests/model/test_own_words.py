"""Words of a design's own, and what stands for them in files."""

from collections.abc import Iterator
from typing import Literal

import pytest

from archgen import (
    Cache,
    CacheAside,
    Calls,
    Component,
    Connection,
    Data,
    Database,
    Design,
    PatternInstance,
    Service,
    Step,
    System,
    Walkthrough,
    word,
)
from archgen.errors import SpecError
from archgen.model.document import document
from archgen.model.link import link
from archgen.model.own_words import in_the_language
from archgen.vocabulary.components.store import Store


@word
class Gateway(Service):
    """Holds sockets."""

    tier: Literal["gold"] | None = None
    peer: Component | None = None


@word
class Fanout(PatternInstance):
    """One to two."""

    source: Component
    ends: tuple[Component, ...] = ()

    def connected(self) -> Iterator[Connection]:
        """One to each."""
        yield from (Calls(self.source, end) for end in self.ends)


@word
class Strongbox(Store):
    """A store of its own kind."""


@word
class Message(Data):
    """What is sent."""


def restated(design: Design) -> tuple[dict[str, object], list[str]]:
    architecture, own = in_the_language(link(design))
    return document(architecture), list(map(str, own))


def test_a_design_in_the_language_stays_what_it_is() -> None:
    architecture = link(Design("D", [Service("A")]))
    assert in_the_language(architecture) == (architecture, ())


def test_the_nearest_word_stands_for_one_s_own_and_what_is_lost_is_said() -> None:
    peer = Service("Other")
    edge = Gateway("Edge", tier="gold", peer=peer, replicas=2)
    call = Calls(edge, peer)
    design = Design("D", [call], walkthroughs=[Walkthrough("W", [Step(call)])])
    found, own = restated(design)
    assert found["components"] == {
        "edge": {"kind": "service", "name": "Edge", "replicas": 2},
        "other": {"kind": "service", "name": "Other"},
    }
    assert found["walkthroughs"] == [{"name": "W", "steps": [{"along": "edge-calls-other"}]}]
    assert own == ["Gateway, a word of this design's own, is written as service, without peer, tier."]


def test_all_but_the_own_words_stays_the_same() -> None:
    app, cache, store = Gateway("App"), Cache("Cache"), Database("Store")
    pattern = CacheAside(app, cache, store)
    inner = Design("Inner", [Service("Front")])
    (front,) = (part for part in inner.parts if isinstance(part, Component))
    box = System("Box", design=inner, entry=front)
    design = Design("D", [pattern, Calls(app, box)], walkthroughs=[Walkthrough("W", [Step(pattern.connections[0])])])
    as_written, (found, _) = document(link(design)), restated(design)
    assert {**found, "components": None} == {**as_written, "components": None}


def test_a_pattern_of_one_s_own_becomes_its_connections() -> None:
    found, own = restated(Design("D", [Fanout(source=Service("A"), ends=(Service("B"), Service("C")))]))
    assert found["connections"] == [
        {"id": "a-calls-b", "kind": "calls", "from": "a", "to": "b"},
        {"id": "a-calls-c", "kind": "calls", "from": "a", "to": "c"},
    ]
    assert own == ["Fanout, a word of this design's own, is written as the connections that it brings."]


def test_an_own_word_for_which_none_can_stand_is_refused() -> None:
    with pytest.raises(SpecError, match=r"^Message cannot be written in words that are not the design's own: there is no word"):
        in_the_language(link(Design("D", [Cache("C", holds=[Message("Note")])])))


def test_an_own_word_is_refused_where_the_nearest_does_not_fit() -> None:
    pattern = CacheAside(Service("A"), Cache("C"), Strongbox("S"))
    with pytest.raises(SpecError, match=r"^CacheAside cannot be written in words that are not the design's own: store = "):
        in_the_language(link(Design("D", [pattern])))
