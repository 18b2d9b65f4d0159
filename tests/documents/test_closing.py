from archgen.documents.closing import closing
from tests.documents.parcels import dossier


def test_a_document_ends_with_what_it_comes_to() -> None:
    assert list(closing(dossier())) == [
        ("Shape", "5 components and 4 connections, in 1 group."),
        ("Made for", "latency budget 300 ms; writes per second 80/s; availability 99.5%."),
        ("Decided", "Who writes the label? message-queue."),
        ("Checked", "4 rules, 1 finding; 1 waived with a reason; 1 rule crashed."),
    ]
