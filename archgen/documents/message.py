"""Mail as a message: a draft that mail programs open, its figures within it."""

from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP

from archgen.documents.escaping import one_line

# Quoted-printable and base64 know no "=_", so that no part can hold them.
BOUNDARIES = ("=_archgen-alternative", "=_archgen-related")
UNNAMED = "archgen"
# As long as a line of a header may be: one that begins with a long word is folded before it, and a reader gets a space too many.
UNFOLDED = SMTP.clone(max_line_length=998)


def content_id(number: int) -> str:
    """By what the HTML of a message refers to its figures, counted from 1."""
    return f"figure-{number}@{UNNAMED}"


def message(subject: str, text: str, html: str, images: Mapping[str, tuple[str, bytes]]) -> bytes:
    """A draft to nobody yet: text for readers without HTML, HTML, and its PNG images by their content ids, each with its name."""
    draft = EmailMessage(policy=SMTP)
    draft["Subject"] = one_line(subject)
    draft["X-Unsent"] = "1"  # Outlook opens it to be written on and sent
    draft.set_content(text, cte="quoted-printable")
    draft.add_alternative(html, subtype="html", cte="quoted-printable")
    shown = draft.get_body(("html",)) or draft
    for identity, (name, data) in images.items():
        shown.add_related(data, "image", "png", cid=f"<{identity}>", filename=name, disposition="inline")
    draft.set_boundary(BOUNDARIES[0])
    if images:
        shown.set_boundary(BOUNDARIES[1])
    return draft.as_bytes(policy=UNFOLDED)
