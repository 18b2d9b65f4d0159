"""Documents: from a dossier to Markdown."""

import re
from collections.abc import Mapping
from pathlib import Path

import jinja2

from archgen.documents.closing import closing, counted, open_rulings
from archgen.documents.escaping import Markdown, code, link, plain, prose
from archgen.documents.inventory import component_rows, connection_rows
from archgen.documents.numbers import by_fullness
from archgen.documents.verdict import by_severity, names_of, opened, verdict
from archgen.model.dossier import Dossier, Figure

TEMPLATE = "document/design.md.j2"


def write(dossier: Dossier, templates: Path, *, figure_links: Mapping[str, str]) -> str:
    """Write a design's document. `figure_links` says where each figure is found, by its name; one without a link is left out."""
    environment = _environment(templates, figure_links)
    text = environment.get_template(TEMPLATE).render(
        dossier=dossier,
        design=dossier.architecture.design,
        report=dossier.report,
        components=list(component_rows(dossier.architecture)),
        connections=list(connection_rows(dossier.architecture)),
        groups_of_findings=by_severity(dossier.report),
        names_of=lambda finding: names_of(dossier.architecture, finding),
        opened=lambda text: opened(dossier.architecture, text),
        fullness=by_fullness(dossier.numbers),
        verdict=verdict(dossier.report),
        open_rulings=open_rulings(dossier),
        closing=list(closing(dossier)),
    )
    return re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _environment(templates: Path, figure_links: Mapping[str, str]) -> jinja2.Environment:
    """Whatever a template puts out is escaped, unless a filter has made it Markdown."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        finalize=lambda value: value if isinstance(value, Markdown) else plain(value),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # Markdown is escaped by `finalize`
    )
    environment.filters |= {
        "prose": prose,
        "code": code,
        "quoted": _quoted,
        "sentence": _sentence,
        "counted": counted,
        "figure": lambda figure: _figure(figure, figure_links),
    }
    return environment


def _figure(figure: Figure, links: Mapping[str, str]) -> Markdown:
    """The image with what it shows as its alternative text, its caption on the line below."""
    if figure.name not in links:
        return Markdown("")
    image, caption = f"![{plain(figure.description)}]({link(links[figure.name])})", plain(figure.title)
    return Markdown(f"{image}\n*{caption}*" if caption else image)


def _quoted(text: str) -> Markdown:
    return Markdown("\n".join(f"> {line}".rstrip() for line in prose(text).split("\n")))


def _sentence(text: str) -> Markdown:
    line = plain(text)
    return line if line.endswith((".", "!", "?", ":")) else Markdown(f"{line}.")
