from archgen.documents.sections import places, without
from archgen.documents.typesetter import typesetter

TEXT = "# A\n\nintro\n\n## B\n\nb\n\n### C\n\nc\n\n### D\n\nd\n\n## E\n\n### C\n\ne\n\n- # F\n"
SETTER = typesetter()


def kept(*left_out: tuple[str, ...]) -> str:
    tokens = without(SETTER.parse(TEXT), left_out)
    return " ".join(token.content for token in tokens if token.type == "inline")


def test_sections_are_known_by_the_headings_above_them() -> None:
    assert list(places(SETTER.parse(TEXT))) == [("B",), ("B", "C"), ("B", "D"), ("E",), ("E", "C")]


def test_a_section_goes_with_its_heading_and_no_other_of_its_name_does() -> None:
    assert kept(("B", "C")) == "A intro B b D d E C e F"


def test_a_section_goes_with_all_that_is_below_it() -> None:
    assert kept(("B",)) == "A intro E C e F"
    assert kept(("B", "D"), ("E",)) == "A intro B b C c"


def test_what_is_not_there_takes_nothing_with_it() -> None:
    assert kept(("C",)) == kept()
