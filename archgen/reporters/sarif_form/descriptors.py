"""Rules as a SARIF log describes them."""

import re
from collections.abc import Sequence

from archgen.plugin import Entry, Report, Rule, Severity, rule_page
from archgen.reporters.wording.items import spoken_of
from archgen.reporters.wording.sentences import one_line, sentence

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
# What GitHub calls them.
PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
CODE = re.compile(r"[A-Z]+\d+")
WHY = "Why it matters"
Descriptor = dict[str, object]


def descriptors(reports: Sequence[Report]) -> dict[str, Descriptor]:
    """Every rule that ran or is spoken of, by code. Of one that is not known as such, its name is all there is to say."""
    site = next((report.site for report in reports if report.site), "")
    known = {entry.value.code: _described(entry, site) for report in reports for entry in report.rules}
    spoken = {code: _named(code, name, site) for report in reports for code, name in spoken_of(report)}
    return dict(sorted((spoken | known).items()))


def _named(code: str, name: str, site: str) -> Descriptor:
    text = {"text": sentence(name.replace("-", " "))}
    return {"id": code, "name": name, "shortDescription": text, "fullDescription": text, **_page(name, site)}


def _described(entry: Entry[Rule], site: str) -> Descriptor:
    """The rule's page, from its claim to all of it."""
    severity, why = entry.value.severity, (entry.section(WHY) or "").split("\n\n")[0]
    return {
        "id": entry.value.code,
        "name": entry.name,
        **_formerly(entry.value.formerly),
        "shortDescription": {"text": sentence(entry.claim)},
        "fullDescription": {"text": " ".join([sentence(entry.claim), one_line(why)]).strip()},
        "help": {"text": _unmarked(entry.page), "markdown": f"# {entry.claim}\n\n{entry.body}\n"},
        **({} if entry.path else _page(entry.name, site)),
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": list(dict.fromkeys(["architecture", entry.family.replace("_", "-")])),
            "problem.severity": PROBLEMS[severity],
            "see": list(entry.value.see),
        },
    }


def _page(name: str, site: str) -> Descriptor:
    """Where its page is, if that is published."""
    return {"helpUri": f"{site}{rule_page(name)}"} if site else {}


def _formerly(names: Sequence[str]) -> Descriptor:
    """The codes and names that it once had."""
    codes = [name for name in names if CODE.fullmatch(name)]
    others = [name for name in names if not CODE.fullmatch(name)]
    return {**({"deprecatedIds": codes} if codes else {}), **({"deprecatedNames": others} if others else {})}


def _unmarked(page: str) -> str:
    """The page as plain text: headings keep their words alone."""
    return re.sub(r"^#+ ", "", page.strip(), flags=re.MULTILINE)
