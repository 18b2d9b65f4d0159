from archgen.errors import Position
from archgen.model.report import Report
from archgen.reporters.wording.places import posix, standing, uri
from tests.reporters.reports import DELIVERY, UPGRADE

CHAT = Report("Chat", "./chat.yaml", ())


def test_a_finding_stands_where_it_says() -> None:
    assert standing(CHAT, UPGRADE) == Position("chat.yaml", 9, 5)


def test_a_finding_without_a_place_stands_on_the_first_line_of_its_design() -> None:
    assert standing(CHAT, DELIVERY) == Position("chat.yaml", 1)
    assert standing(Report("Chat", "", ()), DELIVERY) is None


def test_a_path_is_a_reference_in_which_nothing_has_a_meaning_of_its_own() -> None:
    assert uri("a b/c#d?e%f:g.yaml") == "a%20b/c%23d%3Fe%25f%3Ag.yaml"
    assert uri("/a b.yaml") == "file:///a%20b.yaml"
    assert posix("a//b/./c") == "a/b/c"
