from pathlib import Path

import pytest

from archgen import Design, Service
from archgen.documents.compose import compose
from archgen.errors import EngineError, UnknownNameError, UsageError
from archgen.model.link import link
from archgen.pipeline.forms import Form, files, wanted
from archgen.pipeline.mailing import png
from archgen.pipeline.means import Means
from tests.documents.parcels import estimate, figures, report


def test_a_file_says_its_form_where_nothing_else_does() -> None:
    assert [wanted(None, Path(name), None).name for name in ("a.html", "a.md", "a.eml")] == ["html", "markdown", "email"]
    assert wanted(None, None, None) == Form("html")


def test_forms_of_one_design_do_not_overwrite_one_another() -> None:
    paths = [wanted(name, None, None).path("shop").name for name in ("html", "markdown", "email", "newsletter")]
    assert paths == ["shop.html", "shop.md", "shop.eml", "shop_newsletter.html"]


@pytest.mark.parametrize("name", ["docx", ""])
def test_a_form_that_there_is_not_is_refused(name: str) -> None:
    with pytest.raises(UnknownNameError):
        wanted(name, None, None)


@pytest.mark.parametrize("at", ["", "example.org", "//example.org", "javascript:x"])
def test_figures_are_on_the_web_or_nowhere(at: str) -> None:
    with pytest.raises(UsageError):
        wanted("email", None, at)


def test_what_is_left_out_of_a_mail_is_said_and_so_is_what_is_too_long_all_the_same() -> None:
    notes: list[str] = []
    left_out = {f"Thing {number}": "so it goes " * 40 for number in range(300)}
    design = Design("Long", [Service("A", replicas=2)], left_out=left_out)
    made = compose(link(design), estimate(), report(), [], [])
    path, data = next(files(made, Form("email"), "long", Means(note=notes.append)))
    assert (path.name, b"Shortened for mail" in data) == ("long.eml", True)
    gone = "Appendix; What was waived, and why; What the rules found"
    assert notes == [
        f"mail readers cut off what is longer than 100 kB, so this is left out: {gone}",
        "the mail still has 153 kB without its figures, and readers such as Gmail will cut it off",
    ]


def test_a_figure_that_was_drawn_as_svg_alone_cannot_be_drawn_as_an_image() -> None:
    with pytest.raises(EngineError):
        png(figures()[0])
