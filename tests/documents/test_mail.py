import re
from collections.abc import Callable

import pytest

from archgen.documents.failures import HOLDS, MISSES
from archgen.documents.mail import GOES_FIRST, Shown
from tests.conftest import Golden
from tests.documents.hostile import SHOWN
from tests.documents.hostile import dossier as hostile
from tests.documents.markup import Markup
from tests.documents.parcels import dossier
from tests.documents.sent import TEMPLATES, mail_of, mailed

LAID_OUT = {"a", "body", "h1", "h2", "h3", "h4", "head", "html", "img", "meta", "p", "style", "table", "td", "title", "tr"}
IN_TEXT = {"br", "code", "em", "li", "ol", "span", "strong", "tbody", "th", "thead", "ul", "wbr"}
FIGURE = {"whole.png": Shown("figures/whole.png", 400)}


def test_a_mail_is_as_recorded(golden: Callable[[str], Golden]) -> None:
    assert mailed(dossier(), "parcels_figures/figure.png").html == golden("documents/parcels.mail.html")


def test_its_figures_are_found_where_they_are_said_to_be_and_told_to_those_who_do_not_see_them() -> None:
    made = mail_of("![A *b* \\< c](whole.png)\n*The whole*", FIGURE)
    assert (
        '<img src="figures/whole.png" width="400" alt="A b &lt; c" style="display:block;width:100%;max-width:400px;' in made.html
    )
    assert ">The whole</p>" in made.html
    assert made.figures == ["whole.png"]


def test_a_figure_on_the_web_leads_to_itself() -> None:
    made = mail_of("![a](whole.png)", {"whole.png": Shown("https://example.org/whole.png", 400)})
    assert '<a href="https://example.org/whole.png"><img ' in made.html


def test_outlook_is_told_no_width_beyond_the_column() -> None:
    assert ' width="648" ' in mail_of("![a](whole.png)", {"whole.png": Shown("whole.png", 970)}).html


def test_links_to_places_of_the_page_are_text_and_others_stay() -> None:
    html = mail_of("[A1](#assumptions) [b](b.html) [c](https://example.org)").html
    assert re.findall(r'href="([^"]*)"', html) == ["https://example.org"]
    assert "(A1) b <a" in html


def test_nothing_but_what_mail_readers_keep_is_in_it() -> None:
    read = Markup(mailed(dossier()).html)
    assert set(read.tags) - LAID_OUT - IN_TEXT == set()
    assert {name for name, _ in read.attributes if name in ("class", "id", "srcset")} == {"class"}


def test_without_its_style_sheets_it_looks_the_same_by_light() -> None:
    styles = re.findall(r"<style>(.*?)</style>", mailed(dossier()).html)
    assert len(styles) == 2
    assert styles[0].startswith("body,table,td")  # read by Outlook alone, which would not use the typeface of the column
    assert styles[1].startswith(":root{color-scheme:light dark}@media (prefers-color-scheme:dark){")


def test_hostile_texts_stay_texts() -> None:
    read = Markup(mailed(hostile()).html)
    assert set(read.tags) - LAID_OUT - IN_TEXT == set()
    assert {value[:5] for name, value in read.attributes if name in ("href", "src")} == {"data:"}
    assert read.text.count(SHOWN.replace("&lt; end", "")) > 10
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", read.text)


def test_what_fits_is_whole() -> None:
    made = mailed(dossier())
    assert made.left_out == []
    assert "Shortened" not in made.html
    assert made.size == len(made.html.encode()) < made.limit


def test_what_is_too_long_loses_its_appendix_first_and_says_so() -> None:
    whole = mailed(dossier())
    made = mailed(dossier(), limit=whole.size - 1)
    assert made.left_out == ["Every number"]
    assert ">Every number</h3>" in whole.html
    assert ">Every number</h3>" not in made.html
    assert ">Assumptions</h3>" in made.html
    assert "The whole document also has: Every number." in made.html
    assert made.size <= made.limit


def test_marks_go_with_the_assumptions_that_they_lead_to() -> None:
    text = "# A\n\n80/s [A1](#a) [A12](#b), said [A2](https://example.org)\n\n## Appendix\n\n### Assumptions\n\n- **A1** x\n"
    assert "80/s (A1) (A12), said <a" in mail_of(text).html
    assert "80/s, said <a" in mail_of(text, {}, limit=10).html


def test_figures_of_what_is_left_out_are_not_sent_and_what_the_design_comes_to_stays() -> None:
    figures = {f"{name}.png": Shown(f"{name}.png", 400) for name in ("whole", "told")}
    text = "# A\n\n![a](whole.png)\n\n## How a request travels\n\n![b](told.png)\n\n## Summary\n\nb\n"
    assert mail_of(text, figures).figures == ["whole.png", "told.png"]
    made = mail_of(text, figures, limit=10)
    assert (made.left_out, made.figures) == (["How a request travels"], ["whole.png"])
    assert ">Summary</h2>" in made.html
    assert made.size > made.limit


@pytest.mark.parametrize("place", GOES_FIRST, ids=" / ".join)
def test_every_section_that_may_go_is_one_of_the_template(place: tuple[str, ...]) -> None:
    texts = "".join(path.read_text("utf-8") for path in (TEMPLATES / "document").rglob("*.md.j2"))
    assert f" {place[-1]}\n" in texts or place[-1] in ("States", "Workflows", "Migrations", HOLDS, MISSES)
