from archgen.model.dossier import Passage
from tests.documents.parcels import dossier, figures

WHOLE, WALK, TREE = figures()


def test_each_figure_stands_beside_what_it_is_of() -> None:
    known = dossier()
    assert (known.views, known.scenarios[0].figure, known.rulings[0].figure) == ((WHOLE,), WALK, TREE)
    assert known.figures == (WHOLE, WALK, TREE)


def test_a_step_back_goes_against_its_connection() -> None:
    steps = (
        Passage("Sender", "Desk", "hands in"),
        Passage("Desk", "Parcel store", "the parcel"),
        Passage("Desk", "Sender", "done"),
    )
    assert dossier().scenarios[0].passages == steps
