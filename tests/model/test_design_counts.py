from archgen.model.design_counts import counts, sorts_of_words
from tests.documents.parcels import dossier


def test_a_design_is_counted_in_words() -> None:
    told = list(counts(dossier()))
    assert told[0].endswith("components")
    assert told[1].split()[1] in ("connection", "connections")
    assert not any(count.startswith("0 ") for count in told)


def test_each_sort_of_word_counts_once() -> None:
    assert 4 < sorts_of_words(dossier()) < 30
