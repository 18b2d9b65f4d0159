"""archgen doc: documents to be sent, and documents that are compared with those that are there."""

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from struct import unpack

import pytest

from tests.cli.running import Ran, ran

pytestmark = pytest.mark.graphviz
PNG = b"\x89PNG\r\n\x1a\n"
DESIGN = """archgen: 1
design: Two
components:
  app: { kind: service, name: App, replicas: 2 }
  store: { kind: database, name: Store }
connections:
  - { kind: writes, from: app, to: store }
"""


@pytest.fixture(autouse=True)
def small(here: Path) -> None:
    """A design of one figure."""
    (here / "two.yaml").write_text(DESIGN)


def read(message: Path) -> EmailMessage:
    found = message_from_bytes(message.read_bytes(), policy=default)
    assert isinstance(found, EmailMessage)
    return found


def html_of(message: EmailMessage) -> str:
    html = message.get_body(("html",))
    assert html is not None
    return str(html.get_content())


def sources(page: Path) -> list[str]:
    return re.findall(r'<img src="([^"]*)"', page.read_text("utf-8"))


def test_mail_is_a_draft_with_its_figures_in_it(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "doc", "two.yaml", "-f", "email") == Ran(0, "two.eml\n", "")
    draft = read(here / "two.eml")
    images = {part["Content-ID"].strip("<>"): part.get_content() for part in draft.walk() if part["Content-ID"]}
    assert images
    assert sorted(re.findall(r'<img src="cid:([^"]*)"', html_of(draft))) == sorted(images)
    assert {data[:8] for data in images.values()} == {PNG}
    assert not (here / "two_figures").exists()


def test_html_of_a_mail_has_its_figures_beside_it_at_twice_their_size(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "doc", "two.yaml", "-f", "email", "-o", "out/a two.html") == Ran(0, "out/a two.html\n", "")
    page = here / "out" / "a two.html"
    assert sources(page) == [f"a%20two_figures/{path.name}" for path in _by(sources(page), here / "out" / "a two_figures")]
    widest = dict(re.findall(r'<img src="[^"]*/([^"]*)"[^>]*max-width:(\d+)px', page.read_text("utf-8")))
    drawn = {name: unpack(">I", (here / "out" / "a two_figures" / name).read_bytes()[16:20])[0] for name in widest}
    assert {name: abs(width - 2 * int(widest[name])) <= 1 for name, width in drawn.items()} == dict.fromkeys(widest, True)


def test_a_newsletter_holds_its_images_and_has_them_beside_it(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "doc", "two.yaml", "-f", "newsletter") == Ran(0, "two_newsletter.html\n", "")
    shown = sources(here / "two_newsletter.html")
    assert {src[:22] for src in shown} == {"data:image/png;base64,"}
    assert len(list((here / "two_newsletter_figures").glob("*.png"))) == len(shown)


@pytest.mark.parametrize("name", ["two.eml", "two.html"])
def test_figures_may_be_on_the_web(capsys: pytest.CaptureFixture[str], here: Path, name: str) -> None:
    result = ran(capsys, "doc", "two.yaml", "-f", "email", "-o", name, "--figures-at", "https://example.org/two/")
    assert result == Ran(0, f"{name}\n", "")
    html = html_of(read(here / name)) if name == "two.eml" else (here / name).read_text("utf-8")
    shown = re.findall(r'<img src="https://example\.org/two/([^"]*)"', html)
    assert shown
    assert sorted(shown) == sorted(path.name for path in (here / "two_figures").iterdir())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-f", "e-mail"], 'there is no form of documents "e-mail"; did you mean "email"'),
        (["-f", "email", "-o", "two.md"], "-f email is written as .eml or .html, not as .md"),
        (["-f", "pdf", "-o", "two.html"], "-f pdf is written as .pdf, not as .html"),
        (["-o", "two.txt"], "a document is written as .html, .md, .eml or .pdf, not as .txt"),
        (["--figures-at", "https://example.org"], "--figures-at URL says where on the web the figures of"),
        (["-f", "email", "--figures-at", "javascript:x"], "--figures-at URL says where on the web the figures of"),
    ],
    ids=str,
)
def test_what_does_not_go_together_could_not_run(capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    result = ran(capsys, "doc", "two.yaml", *words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_a_printed_document_is_one_file_in_the_theme_of_print(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    assert ran(capsys, "doc", "two.yaml", "-f", "pdf") == Ran(0, "two.pdf\n", "")
    assert ran(capsys, "doc", "two.yaml", "-o", "print.pdf", "--theme", "print").code == 0
    assert ran(capsys, "doc", "two.yaml", "-o", "light.pdf", "--theme", "light").code == 0
    usual, in_print, light = ((here / name).read_bytes() for name in ("two.pdf", "print.pdf", "light.pdf"))
    assert usual[:5] == b"%PDF-"
    assert usual == in_print != light


@pytest.mark.parametrize("words", [["-o", "two.md"], ["-f", "email"], ["-o", "two.pdf"]], ids=" ".join)
def test_a_document_is_compared_with_what_is_there(capsys: pytest.CaptureFixture[str], here: Path, words: list[str]) -> None:
    written = ran(capsys, "doc", "two.yaml", *words).out.strip()
    same = ran(capsys, "doc", "two.yaml", *words, "--check")
    assert (same.code, same.out) == (0, "2 files as written\n" if written == "two.md" else "1 file as written\n")
    (here / written).write_text("other")
    assert ran(capsys, "doc", "two.yaml", *words, "--check") == Ran(1, f"{written} differs\n", "")
    assert (here / written).read_text() == "other"


def test_a_check_names_what_is_missing_and_writes_nothing(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    before = sorted(here.iterdir())
    assert ran(capsys, "doc", "two.yaml", "--check") == Ran(1, "two.html is missing\n", "")
    assert sorted(here.iterdir()) == before


def _by(shown: list[str], folder: Path) -> list[Path]:
    """The files that are there, in the order in which they are shown."""
    return sorted(folder.iterdir(), key=lambda path: shown.index(f"a%20two_figures/{path.name}"))


def test_templates_of_ones_own_replace_sections(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "own").mkdir()
    (here / "own" / "summary.md.j2").write_text("## In *our* words\n\n{{ design.name }} <b>\n")
    assert ran(capsys, "doc", "two.yaml", "-o", "two.md", "--templates", "own") == Ran(0, "two.md\n", "")
    assert "## In *our* words\n\nTwo <b>" in (here / "two.md").read_text()
    (here / "archgen.toml").write_text('[documents]\ntemplates = "own"\n')
    assert ran(capsys, "doc", "two.yaml", "-o", "two.md", "--check").code == 0
    (here / "own" / "summary.md.j2").write_text("a\n{{ nothing }}")
    failed = Ran(2, "", "own/summary.md.j2:2: the template cannot be filled: 'nothing' is undefined\n")
    assert ran(capsys, "doc", "two.yaml", "-o", "two.html") == failed
    (here / "archgen.toml").write_text('[documents]\ntemplates = "none"\n')
    assert ran(capsys, "doc", "two.yaml") == Ran(2, "", 'archgen.toml:2:1: templates: there is no folder "none"\n')


def test_sections_and_their_templates_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    listed = ran(capsys, "doc", "--list-sections")
    assert listed.code == 0
    assert re.search(r"^problem +\S*design", listed.out, re.MULTILINE)
    assert "{% if design.left_out %}" in ran(capsys, "doc", "--print-section", "left_out").out
    unknown = ran(capsys, "doc", "--print-section", "left")
    assert unknown.code == 2
    assert 'there is no section "left"; did you mean "left_out"' in unknown.err


def test_an_image_in_a_note_that_is_no_figure_is_told_of(capsys: pytest.CaptureFixture[str], here: Path) -> None:
    (here / "two.yaml").write_text(f"{DESIGN}notes: '![A tower](https://example.org/a.png)'\n")
    result = ran(capsys, "doc", "two.yaml", "-o", "two.md")
    assert 'note: the notes on the design show "https://example.org/a.png", which is left as its description' in result.err
    assert "## Notes\n\nA tower\n" in (here / "two.md").read_text()
