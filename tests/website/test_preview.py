"""The page of a preview: all that there is to show, and nothing of it as markup."""

from archgen.errors import Fault, Position
from archgen.website.preview import Preview, body, page
from tests.documents.parcels import SVG, dossier
from tests.website.library import TEMPLATES

HOSTILE = "<script>x</script>"


def test_a_design_is_shown_with_its_figures_findings_and_numbers() -> None:
    parcels = dossier()
    text = body(Preview("parcels.yaml", parcels), TEMPLATES)
    assert text.count("<figure ") == len(parcels.figures) > 0
    assert SVG in text
    assert text.count('class="finding ') == len(parcels.report.findings) > 0
    assert text.count("<tr>") == len(parcels.numbers) + 1 > 1
    assert 'class="problems"' not in text


def test_what_is_wrong_stands_above_the_design_as_it_was() -> None:
    faults = [Fault("there is no `kind`", Position("parcels.yaml", 3, 5)), Fault(HOSTILE)]
    text = body(Preview("parcels.yaml", dossier(), faults), TEMPLATES)
    assert "<code>parcels.yaml:3:5</code> there is no <code>kind</code>" in text
    assert "&lt;script&gt;" in text
    assert HOSTILE not in text
    assert text.index('class="problems"') < text.index("<h1>")
    assert "as it was before" in text


def test_before_there_is_anything_it_says_so() -> None:
    assert "Drawing" in body(Preview("parcels.yaml"), TEMPLATES)
    assert "Drawing" not in body(Preview("parcels.yaml", faults=[Fault("broken")]), TEMPLATES)


def test_the_page_names_its_file_and_can_be_told_from_others() -> None:
    text = page(HOSTILE, "<p>body</p>", "abc", "a{}</style>", TEMPLATES)
    assert "<p>body</p>" in text
    assert 'data-stamp="abc"' in text
    assert HOSTILE not in text
    assert text.count("</style>") == 1
