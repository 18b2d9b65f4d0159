"""Findings as results of a SARIF log."""

from collections.abc import Iterator, Sequence

from archgen.plugin import Finding, Position, Report, Waived
from archgen.reporters.sarif_form.descriptors import LEVELS
from archgen.reporters.sarif_form.messages import advice, message
from archgen.reporters.wording.items import Item
from archgen.reporters.wording.places import posix, standing, uri
from archgen.reporters.wording.sentences import one_line

# The folder that paths are relative to; whoever reads the log knows where it is.
ROOT = "%SRCROOT%"
# The name of what is made of the rule, the design and the parts at fault, and of nothing that an edit elsewhere moves.
FINGERPRINT = "archgenRuleDesignSubjects/v1"
Object = dict[str, object]


def result(item: Item, codes: Sequence[str], *, compared: bool) -> Object:
    """One finding. `compared` says that a baseline tells what is new."""
    finding = item.finding
    related = list(_related(finding))
    return {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": LEVELS[finding.severity],
        "message": advice(finding),
        "locations": [_location(item.report, finding)],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {FINGERPRINT: item.identity},
        **({"suppressions": [_suppression(item.report, item.waived)]} if item.waived else {}),
        **({"baselineState": "unchanged" if item.baselined or item.waived else "new"} if compared else {}),
        "properties": {"design": one_line(item.report.design), "asks": finding.asks},
    }


def file_location(path: str) -> Object:
    """A whole file."""
    return {"physicalLocation": {"artifactLocation": _artifact(path)}}


def _location(report: Report, finding: Finding) -> Object:
    """Where it stands in the file, and which parts of the design are at fault."""
    place = standing(report, finding)
    logical = [{"name": id, "fullyQualifiedName": f"{one_line(report.design)}/{id}"} for id in finding.subjects]
    return {**(_physical(place) if place else {}), **({"logicalLocations": logical} if logical else {})}


def _related(finding: Finding) -> Iterator[Object]:
    """Where the reasons stand, those that stand somewhere, each with its number."""
    for number, (reason, place) in enumerate(zip(finding.because, finding.places, strict=False)):
        if place and place.path:
            yield {"id": number, "message": message(one_line(reason)), **_physical(place)}


def _physical(place: Position) -> Object:
    column = {"startColumn": place.column} if place.column else {}
    region = {"startLine": place.line or 1, **column}
    return {"physicalLocation": {"artifactLocation": _artifact(place.path), "region": region}}


def _artifact(path: str) -> Object:
    address = uri(path)
    return {"uri": address} if address.startswith("file:") else {"uri": address, "uriBaseId": ROOT}


def _suppression(report: Report, waived: Waived) -> Object:
    """Why it is accepted, by whom and until when; and whether the design itself says so."""
    said = {name: one_line(text) for name, text in (("owner", waived.owner), ("until", waived.until)) if text}
    return {
        "kind": "external" if _elsewhere(report, waived) else "inSource",
        "status": "accepted",
        "justification": one_line(waived.reason),
        **({"location": _physical(waived.places[0])} if waived.places else {}),
        **({"properties": said} if said else {}),
    }


def _elsewhere(report: Report, waived: Waived) -> bool:
    return any(posix(place.path) != posix(report.path) for place in waived.places[:1])
