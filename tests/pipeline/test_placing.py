"""Drawings that are placed by several processes at once."""

from dataclasses import replace

import pytest

from archgen.errors import EngineError
from archgen.model.drawing import Drawing
from archgen.model.link import link
from archgen.pipeline.means import Means
from archgen.pipeline.placing import ENOUGH, PlacedAhead, placed
from archgen.pipeline.viewing import Views
from archgen.svg.render import render
from tests.dividing.large import drawn, large

BY_TWO = Means(jobs=2)
FEW_PARTS = [replace(drawn(large(7, seed=seed)), name=f"figure-{seed}") for seed in range(ENOUGH)]


def silent(_: str) -> None:
    """Say nothing."""


def ahead(means: Means, drawings: list[Drawing]) -> list[tuple[str, str]]:
    """What comes of drawings that are placed ahead: their names and figures."""
    with PlacedAhead(means) as one:
        return [(drawing.name, render(found.picture)) for drawing, found in one.placed(drawings, silent)]


def test_two_processes_draw_what_one_does_in_the_order_that_was_asked() -> None:
    alone = [(drawing.name, render(placed(drawing, Means()).picture)) for drawing in FEW_PARTS]
    assert ahead(BY_TWO, [*FEW_PARTS, FEW_PARTS[0]]) == alone


def test_few_drawings_or_one_process_are_left_to_whoever_asks() -> None:
    assert ahead(BY_TWO, FEW_PARTS[1:]) == []
    assert ahead(Means(jobs=1), FEW_PARTS) == []


def test_what_cannot_be_drawn_is_left_to_whoever_asks_who_says_why(capfd: pytest.CaptureFixture[str]) -> None:
    nowhere = replace(BY_TWO, dot="no-such-dot")
    assert ahead(nowhere, FEW_PARTS) == []
    assert capfd.readouterr().err == ""
    with pytest.raises(EngineError, match="no-such-dot"):
        placed(FEW_PARTS[0], nowhere)


def test_a_set_of_figures_is_the_same_whoever_draws_it_and_what_there_is_to_say_is_said() -> None:
    told: dict[int, list[str]] = {}
    sets: dict[int, list[str]] = {}
    for jobs in (0, 2):
        told[jobs] = []
        views = Views(Means("false", jobs=jobs, note=told[jobs].append))
        sets[jobs] = [render(views.picture(figure)) for figure in views.of(link(large(60)))]
    assert sets[0] == sets[2]
    assert told[0] == told[2] != []
