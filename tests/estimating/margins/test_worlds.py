"""Designs at the ends of what they do not state exactly."""

from archgen import Client, Design, Service, about, between, seconds
from archgen.estimating.margins.opened import opened
from archgen.estimating.margins.worlds import Worlds
from archgen.estimating.run import likely
from archgen.model.link import link

ARCHITECTURE = link(
    Design("System", [Client("App", devices=about(100)), Service("API", task_duration=between(seconds(1), seconds(4)))])
)


def test_each_number_stands_at_its_end() -> None:
    worlds = Worlds(ARCHITECTURE, opened(ARCHITECTURE), likely)
    found = worlds.at(("high", "low"))
    assert found
    app, api = found.architecture.components()
    assert (app.devices, api.task_duration) == (200, seconds(1))  # type: ignore[attr-defined]
    assert worlds.one(0, "high") is not found


def test_each_design_is_estimated_once() -> None:
    worlds = Worlds(ARCHITECTURE, opened(ARCHITECTURE), likely)
    assert worlds.at(worlds.likely) is worlds.at(worlds.likely)
    assert len(worlds.all()) == 1
