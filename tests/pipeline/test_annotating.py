"""Cards that say what was found, and how busy a component is."""

from archgen import Calls, Client, Design, Requirements, Service, per_second
from archgen.model.drawing import Box
from archgen.model.link import link
from archgen.model.report import Finding, Report
from archgen.model.rule import Severity
from archgen.model.spec import Spec
from archgen.pipeline.annotating import with_findings, with_load
from archgen.pipeline.judging import estimate
from archgen.pipeline.reading import Read
from tests.dividing.large import drawn

app, api = Client("App"), Service("API", replicas=3, capacity=per_second(600))
SHOP = Design("Shop", [Calls(app, api, "pay", rate=per_second(1200))])
READ = Read(Spec(SHOP), link(SHOP))


def finding(severity: Severity, *subjects: str) -> Finding:
    return Finding("XX001", "x", severity, "m", (), subjects, None, "f", "u")


def test_findings_are_counted_where_they_speak_of_a_component_or_a_line_from_it() -> None:
    found = [
        finding(Severity.ERROR, "api"),
        finding(Severity.WARNING, "api", "app-calls-api"),
        finding(Severity.WARNING, "app-calls-api"),
        finding(Severity.INFO),
    ]
    boxes = with_findings(drawn(SHOP), Report("Shop", "shop.py", found)).boxes
    assert {box.title: box.findings for box in boxes} == {"App": "1 warning", "API": "1 error, 1 warning"}


def test_findings_are_said_with_their_severity() -> None:
    assert Box("a", "A", errors=1, warnings=2).findings == "1 error, 2 warnings"
    assert Box("a", "A").findings == ""


def test_load_is_what_arrives_and_which_share_of_the_capacity_that_takes() -> None:
    busy = {box.title: box.load for box in with_load(drawn(SHOP), estimate(READ)).boxes}
    assert busy == {"App": "", "API": "1,200/s · 67 %"}


def test_at_peak_it_is_told_too_how_full_that_is() -> None:
    design = Design("Shop", [Calls(app, api, "pay", rate=per_second(300))], requirements=Requirements(peak_factor=5))
    busy = {box.title: box.load for box in with_load(drawn(design), estimate(Read(Spec(design), link(design)))).boxes}
    assert busy["API"] == "300/s · 17 % · peak 83 %"
