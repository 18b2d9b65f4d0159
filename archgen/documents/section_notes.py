"""Notes of authors in a document: each at the end of its section, those on parts where these are told of."""

from collections.abc import Iterable, Iterator, Mapping

from archgen.documents.authored import Shown, authored, images
from archgen.documents.escaping import Markdown, one_line, plain
from archgen.documents.links import leads_on
from archgen.documents.own_page import shown_as_text
from archgen.dsl.part import Part
from archgen.errors import suggestion
from archgen.model.architecture import Architecture

# What heads a section that says nothing but its note.
HEADINGS: Mapping[str, str] = {
    "problem": "The problem",
    "requirements": "What it must hold",
    "envelope": "Back of the envelope",
    "solution": "The solution",
    "walkthroughs": "How a request travels",
    "data": "The data",
    "behaviours": "Behaviours",
    "decisions": "Decisions",
    "patterns": "Patterns, and what they cost",
    "failures": "What can fail",
    "findings": "What the rules found",
    "waivers": "What was waived, and why",
    "left_out": "Left out on purpose",
    "open_questions": "Open questions",
    "summary": "Summary",
    "appendix": "Appendix",
}
LAST, UNTITLED = "summary", "Notes"
SECTION, BELOW = 2, 3
# So many figures are offered.
FEW = 5


class Notes:
    """The notes of a design. `shown` gives its figures by their names."""

    def __init__(self, architecture: Architecture, shown: Shown) -> None:
        self.architecture, self.shown = architecture, shown

    def section(self, text: str, name: str) -> Markdown:
        """A section with what its author adds to it, and with the notes on the parts that it is about; what is one note stands
        before the last section.
        """
        before, after = self._before(name), [*self._after(name)]
        body = text.strip("\n")
        if after and not body.strip():
            body = f"## {HEADINGS[name]}"
        return Markdown("\n\n".join(filter(None, (before, body, *after))) + "\n")

    def _before(self, name: str) -> str:
        notes = self.architecture.design.notes
        if name != LAST or not isinstance(notes, str) or not notes.strip():
            return ""
        text = authored(notes, level=SECTION, shown=self.shown)
        return text if text.startswith("#") else f"## {UNTITLED}\n\n{authored(notes, level=BELOW, shown=self.shown)}"

    def _after(self, name: str) -> Iterator[str]:
        for part in _told_in(self.architecture, name):
            if part.notes and part.notes.strip():
                yield f"### More on {plain(part.name)}\n\n{authored(part.notes, level=BELOW + 1, shown=self.shown)}"
        notes = self.architecture.design.notes
        if isinstance(notes, Mapping) and notes.get(name, "").strip():
            yield authored(notes[name], level=BELOW, shown=self.shown)


def unshown(architecture: Architecture, figures: Iterable[str]) -> Iterator[str]:
    """What is said of each image of a note that is no figure of the design, and so is not shown."""
    known = sorted(figures)
    for where, text in _texts(architecture):
        for image in images(text):
            if image not in known:
                near = suggestion(image, known[:FEW])
                yield f'{where} show "{one_line(image)}", which is left as its description: no figure has that name{near}'
        for link, _ in shown_as_text(text):
            if not leads_on(link):
                yield f'{where} lead to "{one_line(link)}", which is shown as text: notes lead to the web and to mail'


def _texts(architecture: Architecture) -> Iterator[tuple[str, str]]:
    notes = architecture.design.notes
    by_section = notes if isinstance(notes, Mapping) else {"the design": notes or ""}
    for name, text in by_section.items():
        yield f"the notes on {name}", text
    for section in HEADINGS:
        for part in _told_in(architecture, section):
            yield f"the notes on {part.name}", part.notes or ""


def _told_in(architecture: Architecture, section: str) -> Iterable[Part]:
    if section == "solution":
        return (*architecture.groups, *architecture.components())
    if section == "data":
        return architecture.data()
    return architecture.design.behaviours if section == "behaviours" else ()
