"""Reports of any kind, in which every finding has a word of its own."""

from dataclasses import replace

from hypothesis import strategies as st

from archgen.errors import Position
from archgen.model.report import Crash, Finding, Report, Waived
from archgen.model.rule import Severity
from tests.reporters.reports import RULES

NASTY = (
    "::error::x",
    "##[group]y",
    "x ##[group]y",
    "]]>",
    "<script>x</script>",
    "50 %0A",
    "{0}",
    "@all",
    "\x1b[2J",
    "`|*",
    "a\r\nb",
    "\u202ex",
    "# h",
)
TEXTS = st.one_of(st.text(max_size=30), st.sampled_from(NASTY))
PATHS = st.sampled_from(["chat.yaml", "./my designs/a#b.yaml", "c:d.py", "deep/er/x,y.yaml"])
NAMES = st.sampled_from([("RT001", "websocket-behind-layer-7"), ("LT049", "arrival-over-drain-rate"), ("XX001", "my-rule")])


@st.composite
def places(draw: st.DrawFn) -> Position | None:
    line = draw(st.none() | st.integers(1, 9))
    return Position(draw(PATHS), line, draw(st.none() | st.integers(1, 9)) if line else None) if draw(st.booleans()) else None


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    code, name = draw(NAMES)
    because = tuple(draw(st.lists(TEXTS, max_size=2)))
    asks = draw(st.booleans())
    return Finding(
        code=code,
        name=name,
        severity=Severity.INFO if asks else draw(st.sampled_from(Severity)),
        message=draw(TEXTS),
        because=because,
        subjects=tuple(draw(st.lists(st.sampled_from(["app", "api", "app-calls-api"]), unique=True))),
        location=draw(places()),
        fix=draw(TEXTS),
        url=f"rules/{name}.html",
        asks=asks,
        places=tuple(draw(places()) for _ in because),
    )


@st.composite
def single_reports(draw: st.DrawFn) -> Report:
    found = draw(st.lists(findings(), max_size=14))
    waived = [Waived(one, draw(TEXTS), draw(TEXTS), draw(TEXTS)) for one in draw(st.lists(findings(), max_size=2))]
    crashes = draw(st.lists(st.builds(Crash, st.just("YY002"), st.just("their-rule"), TEXTS), max_size=1))
    kept = draw(st.lists(findings(), max_size=2))
    return Report(draw(TEXTS), draw(PATHS | st.just("")), found, waived, kept, crashes=crashes, rules=RULES)


@st.composite
def reports(draw: st.DrawFn) -> list[Report]:
    """Some reports; the message of each finding ends with a word that nothing else has."""
    made = draw(st.lists(single_reports(), max_size=3))
    return [_worded(report, f"zq{index}") for index, report in enumerate(made)]


def _worded(report: Report, prefix: str) -> Report:
    def worded(finding: Finding, word: str) -> Finding:
        return replace(finding, message=f"{finding.message} {prefix}{word}z")

    return replace(
        report,
        findings=[worded(one, f"f{index}") for index, one in enumerate(report.findings)],
        waived=[replace(one, finding=worded(one.finding, f"w{index}")) for index, one in enumerate(report.waived)],
        baselined=[worded(one, f"b{index}") for index, one in enumerate(report.baselined)],
    )
