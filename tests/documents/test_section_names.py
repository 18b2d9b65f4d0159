"""Every section has its template, and every template its place."""

from archgen.documents.section_names import SECTIONS, template_of
from archgen.loading.shipped import shipped


def test_every_section_has_a_template_and_no_template_is_left_over() -> None:
    folder = shipped("templates") / "document" / "sections"
    assert sorted(folder.parent.parent / template_of(one) for one in SECTIONS) == sorted(folder.iterdir())
