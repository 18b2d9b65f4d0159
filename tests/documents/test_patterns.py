from collections.abc import Iterator

from archgen import Cache, CacheAside, Calls, Connection, Database, Design, PatternInstance, Service, milliseconds, word
from archgen.documents.patterns import pattern_rows
from archgen.dsl.component import Component
from archgen.model.link import link

API, CACHE, STORE = Service("API"), Cache("Copies"), Database("Store")


def test_a_pattern_is_told_with_its_roles_and_what_else_is_stated() -> None:
    known = CacheAside(API, CACHE, STORE, timeout=milliseconds(20), read_only=True)
    assert list(pattern_rows(link(Design("D", [known])))) == [
        ("cache-aside", "app API; cache Copies; store Store", "given up after 20 ms; read only")
    ]


def test_an_author_s_own_pattern_is_told_by_its_kind() -> None:
    @word
    class DoorKeeper(PatternInstance):
        """Asks before it lets in."""

        keeper: Component
        limits: dict[str, float] | None = None

        def connected(self) -> Iterator[Connection]:
            yield Calls(self.keeper, API)

    rows = list(pattern_rows(link(Design("D", [DoorKeeper(keeper=CACHE, limits={"a": 1.0})]))))
    assert rows == [("door-keeper", "keeper Copies", "limits a: 1")]
