"""Policies said in short: by the one value that they are mostly about, by true, and by false."""

import pytest

from archgen import Cache, Calls, Invalidation, Replication, Retry, Service, Writes
from archgen.dsl.word import Word, attributes
from archgen.importers.design_yaml import importer
from tests.fetching import files

HEAD = "archgen: 1\ndesign: Shop\n"
ENDS = "components:\n  api: {kind: service}\n  store: {kind: relational_database}\nconnections:\n"


def policy(kind: type[Word], attribute: str, text: str) -> object:
    """What a component or connection of that kind says of the attribute, in YAML."""
    if kind in (Calls, Writes):
        line = f"  - {{kind: {kind.__name__.lower()}, from: api, to: store, {attribute}: {text}}}\n"
        parts = importer.read(HEAD + ENDS + line, "shop.yaml", files()).design.parts
    else:
        line = f"components:\n  part: {{kind: {kind.__name__.lower()}, {attribute}: {text}}}\n"
        parts = importer.read(HEAD + line, "shop.yaml", files()).design.parts
    (word,) = (part for part in parts if isinstance(part, kind))
    return getattr(word, attribute)


@pytest.mark.parametrize(
    ("kind", "attribute", "text", "stated"),
    [
        (Calls, "retry", "3", {"attempts": 3}),
        (Calls, "retry", "unlimited", {"attempts": "unlimited"}),
        (Writes, "lock", "row", {"level": "row"}),
        (Writes, "transaction", "serializable", {"isolation": "serializable"}),
        (Service, "rate_limit", "100/s", {"rate": 100}),
        (Service, "autoscaling", "queue_depth", {"metric": "queue_depth"}),
        (Cache, "invalidation", "delete", {"by": ("delete",)}),
        (Cache, "invalidation", "[delete, ttl]", {"by": ("delete", "ttl")}),
    ],
)
def test_a_policy_may_be_the_value_that_it_is_mostly_about(
    kind: type[Word], attribute: str, text: str, stated: dict[str, object]
) -> None:
    found = policy(kind, attribute, text)
    assert isinstance(found, Word)
    assert attributes(found) == stated


@pytest.mark.parametrize("text", ["true", "{}"])
def test_a_policy_that_says_no_more_than_that_it_is_there(text: str) -> None:
    found = policy(Calls, "retry", text)
    assert isinstance(found, Retry)
    assert attributes(found) == {}


def test_a_policy_that_is_said_not_to_be_there() -> None:
    assert policy(Calls, "retry", "false") is False
    assert policy(Calls, "retry", "null") is None


def test_a_policy_in_python_takes_the_same_value_first() -> None:
    assert attributes(Replication("sync")) == {"mode": "sync"}
    assert attributes(Invalidation(["delete"])) == {"by": ("delete",)}
