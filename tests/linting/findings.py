"""Reports made up of findings that are told by their rule, their parts and how bad they are."""

from collections.abc import Sequence

from archgen.model.catalogue import Entry
from archgen.model.report import Crash, Finding, Report
from archgen.model.rule import Rule, Severity

RULES = tuple(
    Entry(name, "architecture", name, "", Rule(code, Severity.ERROR, lambda a, e: (), [], [], formerly=formerly), code)
    for code, name, formerly in (("AR901", "lone", ("AR777", "alone")), ("AR902", "slow", ()), ("AR903", "loud", ()))
)
NAMES = [entry.name for entry in RULES]


def finding(
    name: str, *subjects: str, severity: Severity = Severity.WARNING, asks: bool = False, message: str = "bad"
) -> Finding:
    code = next(entry.code for entry in RULES if entry.name == name)
    return Finding(code, name, Severity.INFO if asks else severity, message, (), subjects, None, "mend it", "", asks=asks)


def report(*findings: Finding, design: str = "Chat", rules: Sequence[Entry[Rule]] = RULES, crashed: str = "") -> Report:
    crashes = [Crash(entry.code, entry.name, "") for entry in rules if entry.name == crashed]
    ordered = sorted(findings, key=lambda one: one.severity.rank)
    return Report(design, f"{design}.yaml", ordered, rules=rules, crashes=crashes)
