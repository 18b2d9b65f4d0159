"""A design whose every text tries to be more than a text."""

from archgen import (
    Calls,
    Client,
    Database,
    Design,
    Group,
    Requirements,
    Service,
    Step,
    Walkthrough,
    Writes,
    per_second,
)
from archgen.documents.compose import compose
from archgen.model.dossier import Dossier, Figure
from archgen.model.estimate import Derivation, Estimate, Quantity
from archgen.model.link import link
from archgen.model.report import Report

SHOWN = '"><script>hit=1</script><img src=x onerror=hit=1>{{ 7*7 }} [x](javascript:hit=1) <!--[if mso]> </td></table> &lt; end'
TRIED = SHOWN.replace(" end", " \u202e\u2066end")
LONG = "x" * 200


def hostile() -> Design:
    """Its parts, its steps and all that is said of it."""
    caller, server = Client(f"{TRIED} a"), Service(f"{TRIED} b", group=Group(f"{TRIED} g"))
    ask, keep = Calls(caller, server, TRIED, protocol="http"), Writes(server, Database(LONG), TRIED)
    return Design(
        TRIED,
        [ask, keep],
        summary=TRIED,
        pitch=f"{TRIED}\n\n{TRIED}",
        problem=TRIED,
        requirements=Requirements(write_rate=per_second(5)),
        walkthroughs=[Walkthrough(TRIED, [Step(ask, TRIED), Step(keep)], summary=TRIED)],
        left_out={TRIED: TRIED},
    )


def dossier() -> Dossier:
    """The same with a figure and a number that are told in the same words."""
    architecture = link(hostile())
    rate = Quantity("requests", 80, "per second", Derivation(f"80/s {TRIED}", (), (TRIED,)))
    place = architecture.id(next(iter(architecture.components())))
    figures = [Figure("components", TRIED, TRIED, "<svg></svg>")]
    return compose(architecture, Estimate({(place, "requests"): rate}), Report(TRIED, "", []), [], figures)
