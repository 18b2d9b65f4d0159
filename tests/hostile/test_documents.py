"""Hostile texts in every form of document: they are shown as texts, and they are shown."""

import re
from email import message_from_bytes
from email.policy import default

from archgen.documents.html import fragment
from archgen.dsl.texts import REVERSALS
from archgen.model.dossier import Dossier
from archgen.pipeline import documenting, mailing, printing
from tests.documents.markup import Markup
from tests.hostile.everything import RUNS
from tests.svg.test_raster import letters

RUN_OR_FETCH = ("script", "iframe", "object", "embed", "form", "base", "link", "input", "textarea", "button")
READ = (f"<script>{RUNS}</script>", f"<img src=x onerror={RUNS}>", "{{ 7*7 }} ${7*7} {% raw %}", "](x)", "#set page(fill: red)")
SCHEMES = ("#", "https://example.org", "data:image/png;base64,", "cid:", "mailto:")


def dangers(html: str) -> list[str]:
    """Elements that run or fetch, handlers of events, and links to what runs."""
    page = Markup(html)
    links = [value for name, value in page.attributes if name in ("href", "src", "xlink:href") and not value.startswith(SCHEMES)]
    handlers = [name for name, _ in page.attributes if name.startswith("on")]
    styles = [value for name, value in page.attributes if name == "style" and re.search(r"expression|url\(|javascript", value)]
    return [*(tag for tag in page.tags if tag in RUN_OR_FETCH), *links, *handlers, *styles]


def shown(html: str) -> str:
    return " ".join(Markup(re.sub(r"(?s)<style.*?</style>", "", html)).text.split())


def check(html: str) -> None:
    assert dangers(html) == []
    text = shown(html)
    assert not REVERSALS.search(text)
    for attack in READ:
        assert text.count(attack) > 5, attack


def test_markdown_holds_no_html_and_no_link_of_its_own(dossier: Dossier) -> None:
    text = documenting.markdown(dossier, {})
    check(fragment(text))
    assert not REVERSALS.search(text)
    without_code = re.sub(r"(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)", "", text)
    assert re.findall(r"(?<!\\)(?<!\]\()<(?=[a-z!/]).{9}", without_code) == []


def test_a_page_shows_them(dossier: Dossier) -> None:
    check(documenting.html(dossier))


def test_mail_shows_them(dossier: Dossier) -> None:
    mail = mailing.mail(dossier, mailing.within(dossier))
    assert dangers(mail.html) == []
    assert len(mail.html) < mail.limit
    draft = message_from_bytes(mailing.message(dossier, mail, within=True), policy=default)
    assert draft["Subject"] == dossier.architecture.name
    images = [part.get_content() for part in draft.walk() if part.get_content_type() == "image/png"]
    assert [image[:4] for image in images] == [b"\x89PNG"] * len(mail.figures)


def test_a_newsletter_shows_them(dossier: Dossier) -> None:
    check(mailing.newsletter(dossier, lambda figure: "data:image/png;base64,"))


def test_paper_shows_them(dossier: Dossier) -> None:
    document = printing.pdf(dossier)
    assert document == printing.pdf(dossier)
    assert {target[:19] for target in re.findall(rb"/URI\s*\(([^)]*)", document)} <= {b"https://example.org"}
    assert [name for name in (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile") if name in document] == []
    assert set("#$@<>{}[]%*\\`") <= letters(document)


def test_figures_show_them(dossier: Dossier) -> None:
    for figure in dossier.figures:
        svg = documenting.standalone(figure)
        assert [tag for tag in Markup(svg).tags if tag in (*RUN_OR_FETCH, "image", "foreignobject", "img")] == []
        assert [name for name, _ in Markup(svg).attributes if name.startswith("on")] == []
        assert not REVERSALS.search(svg)
