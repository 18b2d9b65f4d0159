from archgen.documents.closing import Line, closing
from tests.documents.parcels import dossier

MADE_FOR = (
    "80 writes a second on average; 300 ms from an event to whoever must see it; "
    "99.5% of the time it has to answer, so that it may be away 3.6 h a month."
)


def test_a_document_ends_with_what_it_comes_to() -> None:
    assert list(closing(dossier())) == [
        Line("Shape", "5 components and 4 connections, in 1 group."),
        Line("Made for", MADE_FOR),
        Line("Decided", "Who writes the label?", "message-queue"),
        Line("Checked", "4 rules, 1 finding; 1 waived with a reason; 1 rule crashed."),
    ]
