"""Documents: from a dossier to Markdown."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from archgen.documents.behaviours import (
    behaviour_facts,
    migration_rows,
    migration_sentences,
    state_sentences,
    step_rows,
    transition_rows,
    under_headings,
)
from archgen.documents.closing import closing, counted, open_rulings
from archgen.documents.contents import contents, spoken
from archgen.documents.escaping import Markdown, code, link, plain, prose, sentence
from archgen.documents.inventory import component_rows, connection_rows
from archgen.documents.measures import by_heading
from archgen.documents.nested_lists import boxes, told
from archgen.documents.numbers import by_fullness
from archgen.documents.own_templates import Templates
from archgen.documents.patterns import pattern_rows
from archgen.documents.section_names import SECTIONS
from archgen.documents.section_notes import Notes
from archgen.documents.systems import systems
from archgen.documents.verdict import by_severity, names_of, opened, verdict
from archgen.documents.walkthroughs import presences, times
from archgen.documents.worked_out import worked_out
from archgen.model.answering import needed
from archgen.model.architecture import Architecture
from archgen.model.dossier import Dossier, Figure

TEMPLATE = "document/design.md.j2"

# Figures of components: all of them, the whole as groups, one group.
COMPONENTS = re.compile(r"components(?:, (.+))?")
CAPTIONS: Mapping[str, str] = {"": "All components", "overview": "The whole, each group as a box"}


def write(dossier: Dossier, shipped: Path, *, figure_links: Mapping[str, str], parts: bool = True) -> str:
    """Write a design's document. `figure_links` says where each figure is found, by its name; one without a link is left out.
    Without `parts`, the appendix has no table of all components, for pages that tell them one by one.

    Raises ConfigurationError for templates of one's own that cannot be filled.
    """
    templates = Templates(shipped, dossier.templates)
    with templates.told():
        text = (
            templates.filling(_filters(dossier, figure_links))
            .get_template(TEMPLATE)
            .render(_said(dossier, templates) | ({} if parts else {"components": []}))
        )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _said(dossier: Dossier, templates: Templates) -> dict[str, object]:
    """What templates may speak of, by its names."""
    return dict(
        sections=SECTIONS,
        template_of=templates.template_of,
        dossier=dossier,
        design=dossier.architecture.design,
        report=dossier.report,
        **_inventory(dossier.architecture),
        courses=under_headings(dossier.courses),
        groups_of_findings=by_severity(dossier.report),
        names_of=lambda finding: names_of(dossier.architecture, finding),
        opened=lambda text: opened(dossier.architecture, text),
        fullness=by_fullness(dossier.numbers),
        numbers=by_heading(worked_out(dossier.numbers), lambda one: one.measure),
        times=list(times(dossier)),
        presences=list(presences(dossier)),
        verdict=verdict(dossier.report),
        open_rulings=open_rulings(dossier),
        needed=needed,
        closing=list(closing(dossier)),
        **contents(dossier),
    )


def _inventory(architecture: Architecture) -> Mapping[str, Sequence[object]]:
    """What the design is made of, for the tables of its document."""
    return {
        "components": list(component_rows(architecture)),
        "connections": list(connection_rows(architecture)),
        "patterns": list(pattern_rows(architecture)),
        "systems": list(systems(architecture)),
    }


def _filters(dossier: Dossier, figure_links: Mapping[str, str]) -> Mapping[str, Callable[..., object]]:
    """What templates may do with it, by its names."""
    drawn = {figure.name: figure for figure in dossier.figures}
    whole = dossier.architecture.name
    notes = Notes(dossier.architecture, lambda name: _figure(drawn[name], figure_links, whole) if name in drawn else None)
    return {
        "prose": prose,
        "code": code,
        "quoted": _quoted,
        "sentence": sentence,
        "spoken": spoken,
        "opened": _opened,
        "opened_sentence": lambda text: sentence(_opened(text)),
        "told": told,
        "boxes": boxes,
        "counted": counted,
        "facts": behaviour_facts,
        "states": state_sentences,
        "transitions": transition_rows,
        "steps": step_rows,
        "moves": migration_rows,
        "moved": migration_sentences,
        "figure": lambda figure, caption=True: _figure(figure, figure_links, whole, captioned=caption),
        "section": notes.section,
    }


def _figure(figure: Figure, links: Mapping[str, str], whole: str, *, captioned: bool = True) -> Markdown:
    """The image with what it shows as its alternative text, its caption on the line below."""
    if figure.name not in links:
        return Markdown("")
    image, caption = (
        f"![{plain(figure.description)}]({link(links[figure.name])})",
        plain(_caption(figure, whole)) if captioned else "",
    )
    return Markdown(f"{image}\n*{caption}*" if caption else image)


def _caption(figure: Figure, whole: str) -> str:
    """What a figure shows, in a document about the whole: of components how much of them."""
    title = figure.title.removeprefix(f"{whole}: ")
    shown = COMPONENTS.fullmatch(title)
    if not shown:
        return _opened(title)
    group = shown[1] or ""
    return CAPTIONS.get(group, f"{_opened(group)}, in detail")


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _quoted(text: str) -> Markdown:
    return Markdown("\n".join(f"> {line}".rstrip() for line in prose(text).split("\n")))
