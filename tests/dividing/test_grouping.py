"""By what boxes are put together."""

import pytest

from archgen import Calls, Client, Design, Group, RelationalDatabase, Service, Writes
from archgen.dividing.cluster import Cluster
from archgen.dividing.grouping import MANNERS, Manner, grouped, manner_of, without_frames
from archgen.model.drawing import Drawing
from tests.dividing.large import drawn

region = Group("Region", boundary="region")
core, team = Group("Core", group=region, boundary="tier"), Group("Payments", group=region, boundary="team")
app, api = Client("App"), Service("API", group=core, owner="Platform")
pay, store = Service("Pay", group=team), RelationalDatabase("Store", group=region)
SHOP = drawn(Design("Shop", [Calls(app, api), Calls(api, pay), Writes(pay, store), Calls(app, core)]))


def told(cluster: Cluster) -> dict[str, list[str]]:
    return {one.name: list(one.boxes) for one in cluster.walk() if one.boxes}


def test_groups_are_clusters_within_clusters() -> None:
    root = grouped(SHOP, "group")
    assert told(root) == {"Shop: components": ["app"], "Region": ["store"], "Core": ["api"], "Payments": ["pay"]}
    assert [inner.frame for inner in root.inner[0].walk()] == ["group:region", "group:core", "group:payments"]


def test_kinds_are_named_in_the_plural() -> None:
    assert told(grouped(SHOP, "kind")) == {"Clients": ["app"], "Services": ["api", "pay"], "Relational databases": ["store"]}


def test_owners_are_those_stated_else_the_team_around() -> None:
    assert told(grouped(SHOP, "owner")) == {"No owner": ["app", "store"], "Platform": ["api"], "Payments": ["pay"]}


def test_tiers_are_those_drawn_else_told_by_the_kind() -> None:
    assert told(grouped(SHOP, "tier")) == {"Clients": ["app"], "Core": ["api"], "Servers": ["pay"], "Stores": ["store"]}


def test_communities_are_left_to_planning() -> None:
    assert told(grouped(SHOP, "community")) == {"Shop: components": ["app", "api", "pay", "store"]}


def test_a_frame_that_an_arrow_ends_at_becomes_a_box() -> None:
    plain = without_frames(SHOP)
    assert plain.frames == ()
    assert [box.id for box in plain.boxes if box.shape == "closed"] == ["group:core"]
    assert {box.frame for box in plain.boxes} == {None}


@pytest.mark.parametrize("manner", MANNERS)
def test_every_box_is_in_one_cluster(manner: Manner) -> None:
    assert sorted(grouped(SHOP, manner).members) == ["api", "app", "pay", "store"]


def test_groups_come_first_where_there_are_some() -> None:
    assert manner_of(SHOP) == "group"
    assert manner_of(Drawing("d", "D", "", SHOP.boxes)) == "community"
