from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from archgen.documents.message import content_id, message

IMAGE = b"\x89PNG\r\n\x1a\n--=_archgen-related\r\n"
HTML = f'<p>Gr\N{LATIN SMALL LETTER U WITH DIAERESIS}n</p><img src="cid:{content_id(1)}">\n--=_archgen-related--\n'


def read(data: bytes) -> EmailMessage:
    found = message_from_bytes(data, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_message_is_a_draft_with_text_html_and_the_figures_within_it() -> None:
    draft = read(message("Chat", "# Chat\n", HTML, {content_id(1): ("whole.png", IMAGE)}))
    assert (draft["Subject"], draft["X-Unsent"], draft["To"], draft["Date"]) == ("Chat", "1", None, None)
    assert [part.get_content_type() for part in draft.walk()] == [
        "multipart/alternative",
        "text/plain",
        "multipart/related",
        "text/html",
        "image/png",
    ]
    image = list(draft.walk())[-1]
    assert (image["Content-ID"], image.get_filename(), image.get_content_disposition()) == (
        "<figure-1@archgen>",
        "whole.png",
        "inline",
    )
    assert image.get_payload(decode=True) == IMAGE
    html = draft.get_body(("html",))
    assert html is not None
    assert html.get_content().replace("\r\n", "\n") == HTML


def test_the_same_document_is_the_same_message() -> None:
    written = [message("Chat", "text\n", HTML, {content_id(1): ("whole.png", IMAGE)}) for _ in range(2)]
    assert written[0] == written[1]


def test_a_subject_brings_no_header_with_it() -> None:
    draft = read(message("a\r\nBcc: b@example.org\u202e \N{GREEK SMALL LETTER ALPHA}", "text\n", "<p>a</p>\n", {}))
    assert (draft["Subject"], draft["Bcc"]) == ("a Bcc: b@example.org \N{GREEK SMALL LETTER ALPHA}", None)


def test_without_figures_there_is_nothing_beside_the_html() -> None:
    draft = read(message("Chat", "text\n", "<p>a</p>\n", {}))
    assert [part.get_content_type() for part in draft.walk()] == ["multipart/alternative", "text/plain", "text/html"]


def test_a_subject_without_room_for_its_first_words_begins_with_no_space() -> None:
    subject = "T1264 ](x) ![y](https://example.org/y.png) <https://example.org> E1264"
    draft = message_from_bytes(message(subject, "text", "<p>text</p>", {}), policy=default)
    assert draft["Subject"] == subject
