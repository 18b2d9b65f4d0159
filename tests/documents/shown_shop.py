"""A small shop whose figures are drawn by hand: two views, a walkthrough with another case, and a finding."""

from archgen import (
    Alternative,
    Calls,
    Client,
    Database,
    Design,
    Group,
    Reads,
    Service,
    Step,
    Walkthrough,
    milliseconds,
    per_second,
)
from archgen.documents.compose import compose
from archgen.estimating.run import estimate
from archgen.model.dossier import Dossier, Figure
from archgen.model.link import link
from archgen.model.report import Finding, Report, Waived
from archgen.model.rule import Severity

CARD = '<g data-part="{}">\n<rect class="box compute"/></g>'
FADED = '<g data-part="{}">\n<rect class="outside compute"/></g>'
LINE = '<g data-line="{}">\n<path d=""/></g>'


def drawn(name: str, *parts: str) -> Figure:
    """A figure of those parts."""
    return Figure(name, name, "", f"<svg>{''.join(parts)}</svg>")


def finding(code: str, *subjects: str) -> Finding:
    """A finding on parts."""
    return Finding(code, "some-rule", Severity.WARNING, "it may fail", (), subjects, None, "mend it", "")


def shop() -> Dossier:
    """A product is shown: an app asks, the API looks it up."""
    back = Group("Back")
    api = Service("API", group=back, replicas=2, capacity=per_second(100))
    store = Database("Store", latency=milliseconds(50), group=back)
    ask, look = Calls(Client("App"), api, round_trip=milliseconds(60)), Reads(api, store, "by id")
    gone = Alternative("it is gone", [Step(ask, "404", back=True)], failure=True, ends=True)
    steps = [Step(ask), Step(look, "the product", otherwise=[gone]), Step(ask, back=True)]
    design = Design("Shop", [ask, look], walkthroughs=[Walkthrough("Show", steps)])
    architecture = link(design)
    figures = [
        drawn("components", CARD.format("app"), FADED.format("api"), LINE.format("app-calls-api")),
        drawn(
            "components-back", CARD.format("api"), CARD.format("store"), *map(LINE.format, ("app-calls-api", "api-reads-store"))
        ),
        drawn("walkthrough-show"),
    ]
    waived = Waived(finding("XX002", "store"), "it is small")
    report = Report("Shop", "shop.py", [finding("XX001", "api", "app")], waived=[waived])
    return compose(architecture, estimate(architecture), report, [], figures)
