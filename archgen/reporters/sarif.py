"""Findings as a SARIF 2.1.0 log, for code scanning and the viewers of editors."""

import json
from collections.abc import Iterator, Sequence

from archgen import __version__
from archgen.plugin import Report, Reporter, disarmed_json
from archgen.reporters.sarif_form.descriptors import descriptors
from archgen.reporters.sarif_form.messages import message
from archgen.reporters.sarif_form.results import ROOT, file_location, result
from archgen.reporters.wording.items import items
from archgen.reporters.wording.sentences import one_line, sentence

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
WHERE = "The folder that archgen was run in."


def write(reports: Sequence[Report]) -> str:
    """One run over all designs. It has results, be they none: readers refuse a log without."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(reports)]}
    return disarmed_json(json.dumps(log, ensure_ascii=False, indent=2)) + "\n"


def _run(reports: Sequence[Report]) -> dict[str, object]:
    rules = descriptors(reports)
    codes = list(rules)
    compared = any(report.compared for report in reports)
    driver = {"name": "archgen", "version": __version__, "semanticVersion": __version__, "rules": list(rules.values())}
    return {
        "tool": {"driver": driver},
        "invocations": [_invocation(reports, codes)],
        "originalUriBaseIds": {ROOT: {"description": message(WHERE)}},
        "columnKind": "unicodeCodePoints",
        "results": [result(item, codes, compared=compared) for item in items(reports)],
    }


def _invocation(reports: Sequence[Report], codes: Sequence[str]) -> dict[str, object]:
    """Whether every rule came to an end. One that did not is told of, and nothing is concluded from its silence."""
    crashed = [one for report in reports for one in _notifications(report, codes)]
    return {"executionSuccessful": not crashed, **({"toolExecutionNotifications": crashed} if crashed else {})}


def _notifications(report: Report, codes: Sequence[str]) -> Iterator[dict[str, object]]:
    for crash in report.crashes:
        kind, _, said = one_line(crash.error).partition(": ")
        unknown = f"what it would have found in {report.design} is not known"
        yield {
            "level": "error",
            "message": message(f"{crash.code} {crash.name} crashed: {sentence(crash.error)} {sentence(unknown)}"),
            "associatedRule": {"id": crash.code, "index": codes.index(crash.code)},
            "exception": {"kind": kind, "message": said},
            **({"locations": [file_location(report.path)]} if report.path else {}),
        }


reporter = Reporter(write)
