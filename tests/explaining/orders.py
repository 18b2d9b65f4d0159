"""A rule of one's own and its explanation, as the tests need them."""

from archgen import Calls, Client, Design, Service, seconds
from archgen.explaining import snippets
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.estimate import Estimate
from archgen.model.explanation import Evidence, Explanation, Related, Shown, ShownOption
from archgen.model.report import Finding
from archgen.model.rule import Edit, Problem, Rule, Severity

CALL = Calls(Client("App"), Service("API"))
DESIGN = Design("Orders", [CALL])


def check(architecture: Architecture, estimate: Estimate) -> list[Problem]:
    """Find nothing."""
    return []


def entry(severity: Severity = Severity.WARNING, *, family: str = "caching", formerly: tuple[str, ...] = ()) -> Entry[Rule]:
    """A rule with a short page."""
    rule = Rule("CA900", severity, check, [lambda: DESIGN], [lambda: DESIGN], formerly=formerly)
    return Entry("call-of-orders", family, "It waits", "It waits.\n\n## Why it matters\nFor ever.", rule, "CA900")


def finding(*, edits: bool = False, unsafe: bool = False) -> Finding:
    """What the rule says of the call."""
    edit = [Edit(CALL, "timeout", seconds(1))] if edits else []
    return Finding(
        "CA900", "call-of-orders", Severity.WARNING, "it waits", ["no timeout"], ["app-calls-api"], None, "state one", "",
        edits=edit, unsafe=unsafe,
    )  # fmt: skip


def explained(known: Entry[Rule]) -> Explanation:
    """An explanation in which everything is there."""
    options = [ShownOption("longest", "a duration", '"30s"', "How long it may wait.")]
    return Explanation(
        entry=known,
        flagged=Shown(DESIGN, "CA900-flagged.yaml", "archgen: 1\ndesign: Orders\n", [2], ["App calls API: timeout = 9 s"]),
        accepted=Shown(DESIGN, "CA900-accepted.yaml", "archgen: 1\ndesign: Fewer orders\n", [2]),
        findings=[finding()],
        evidence=[Evidence("calls", ("timeout",), ("rate",), "that it is there"), Evidence("service", (), (), "what it is")],
        severities=[Severity.WARNING],
        asks=False,
        options=options,
        configured=snippets.configured(known, options),
        waivers=snippets.waivers(known, "app-calls-api"),
        milder=snippets.milder(known),
        related=[Related("rule", "CA901", "call-of-others", "They wait too"), Related("pattern", "cache", "cache", "Cache")],
        how_bad="warning (it may fail)",
        mending="`archgen lint --fix` makes the change.",
        waiving="Without `subject` it is for the whole design.",
    )
