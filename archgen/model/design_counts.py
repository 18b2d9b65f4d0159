"""How large a design is and what was found in it, in a few words."""

from collections.abc import Iterator

from archgen.dsl.naming import kind
from archgen.model.dossier import Dossier
from archgen.model.made_of import made_of
from archgen.model.rule import Severity

PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "notes"}


def counts(dossier: Dossier) -> Iterator[str]:
    """Parts, walkthroughs, decisions, and what the rules found; what there is none of is left out, but for findings."""
    report = dossier.report
    yield _counted(report.components, "component")
    yield _counted(report.connections, "connection")
    for of, number in (("walkthrough", len(dossier.scenarios)), ("decision", len(dossier.decisions))):
        if number:
            yield _counted(number, of)
    found = [_counted(number, plural[:-1]) for severity, plural in PLURALS.items() if (number := report.count(severity))]
    yield from found or ["no findings"]
    if report.waived:
        yield f"{len(report.waived)} waived"


def sorts_of_words(dossier: Dossier) -> int:
    """How many different words of the language it states."""
    return len({kind(type(word)) for word in made_of(dossier.architecture.design)})


def _counted(number: int, of: str) -> str:
    return f"{number:,} {of}{'' if number == 1 else 's'}"
