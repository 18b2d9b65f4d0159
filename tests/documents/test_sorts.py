from archgen import Cdn, Monitoring, Worker
from archgen.documents.sorts import gloss, long_note, sort_of, with_article


def test_articles_agree() -> None:
    assert [with_article(one) for one in ("queue", "object store")] == ["A queue", "An object store"]


def test_a_note_stands_behind_the_name_unless_it_is_a_sentence() -> None:
    short, long = Worker("One", note="counts again"), Worker("Other", note="it looks. Then it acts")
    assert [(gloss(one), long_note(one)) for one in (short, long)] == [("counts again", ""), ("", "It looks. Then it acts")]
    assert gloss(Monitoring("Watcher")) == "monitoring"


def test_sorts_are_spelled_as_people_write_them() -> None:
    assert sort_of(Cdn("Pages")) == "CDN"
