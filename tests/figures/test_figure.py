import pytest
from pydantic import ValidationError

import archgen
from archgen import Calls, Client, Design, Service, figures
from archgen.figures import Card, Cards
from archgen.figures.figure import Figure
from archgen.figures.panel import Panel

CARDS = Cards([Card("One")])


def test_a_design_is_a_panel() -> None:
    design = Design("A call", [Calls(Client("App"), Service("API"))])
    assert Figure("Title", [design, CARDS]).panels == (design, CARDS)


@pytest.mark.parametrize("panels", [[], ["text"], "text", [Card("One")], CARDS])
def test_what_is_no_panel_is_refused(panels: object) -> None:
    with pytest.raises(ValidationError):
        Figure("Title", panels)  # type: ignore[arg-type]


def test_a_panel_needs_a_kind() -> None:
    with pytest.raises(ValidationError, match="only says what other words have in common"):
        Panel()


def test_no_word_of_figures_has_the_name_of_one_of_designs() -> None:
    assert set(figures.__all__) & set(archgen.__all__) == set()
