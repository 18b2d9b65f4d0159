"""The page on which a design is watched while it is written: its figures, findings and numbers, and what is wrong with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from archgen.errors import Fault
from archgen.model.dossier import Dossier, anchor
from archgen.model.rule import Severity
from archgen.website.filling import environment


@dataclass(frozen=True)
class Preview:
    """What there is to show of a file: the design as it was last read, and what is wrong with the file now."""

    spec: str
    dossier: Dossier | None = None
    faults: Sequence[Fault] = ()


def body(preview: Preview, templates: Path) -> str:
    """What the page shows, which changes with the design."""
    counts = ", ".join(_counts(preview.dossier)) if preview.dossier else ""
    shown = {"spec": preview.spec, "dossier": preview.dossier, "faults": preview.faults, "counts": counts, "anchor": anchor}
    return environment(templates).get_template("preview/body.html.j2").render(shown)


def page(spec: str, body: str, stamp: str, style: str, templates: Path) -> str:
    """The page around it."""
    shown = {"spec": spec, "title": spec, "body": Markup(body), "stamp": stamp, "style": Markup(style.replace("</", "<\\/"))}
    return environment(templates).get_template("preview/page.html.j2").render(shown)


def _counts(dossier: Dossier) -> Iterator[str]:
    report = dossier.report
    yield _counted(report.components, "component")
    yield _counted(report.connections, "connection")
    yield from (_counted(count, severity.value) for severity in Severity if (count := report.count(severity)))
    if report.waived:
        yield f"{len(report.waived)} waived"


def _counted(count: int, of: str) -> str:
    return f"{count} {of}{'' if count == 1 or of == Severity.INFO.value else 's'}"
