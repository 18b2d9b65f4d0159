from archgen.documents.closing import Line, closing
from tests.documents.parcels import dossier


def test_a_document_ends_with_what_it_comes_to() -> None:
    assert list(closing(dossier())) == [
        Line("Shape", "5 components and 4 connections, in 1 group."),
        Line("Made for", "Write rate 80/s; latency budget 300 ms; availability 99.5%."),
        Line("Decided", "Who writes the label?", "message-queue"),
        Line("Checked", "4 rules, 1 finding; 1 waived with a reason; 1 rule crashed."),
    ]
