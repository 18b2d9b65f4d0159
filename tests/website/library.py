"""A small library and a design, as a site is assembled from them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from archgen import Ask, Calls, Choose, Client, DecisionTree, Design, Need, Pattern, Service, Step, TradeOff, seconds
from archgen.documents.html import fragment
from archgen.documents.markdown import write
from archgen.dsl.quantities import Duration
from archgen.loading.shipped import shipped
from archgen.model.architecture import Architecture
from archgen.model.catalogue import Entry
from archgen.model.dossier import Figure
from archgen.model.estimate import Estimate
from archgen.model.explanation import Related
from archgen.model.known_problem import KnownProblem
from archgen.model.page import Content, DesignLeaf, FamilyLeaf, Guide, Leaf, RuleLeaf, figure_links
from archgen.model.part_leaf import PartLeaf
from archgen.model.rule import Problem, Rule, Severity, stated
from archgen.pipeline.explaining import explanation
from archgen.svg.style import typeface
from archgen.website.assemble import assemble
from tests.documents.parcels import dossier

TEMPLATES = shipped("templates")
ASSETS = {path.name: path.read_bytes() for path in sorted(shipped("site/assets").iterdir())}
WHY = """## Why it matters

It waits, and `plain-call` does not help.

## What to do

State it.

## When it does not apply

Never."""


def drawn(name: str, width: int = 300) -> Figure:
    """A figure with one box, in the colours of its ground."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="figure-{name}" width="{width}" height="120" viewBox="0 0 {width} 120" '
        f'role="img" aria-labelledby="figure-{name}-title"><title id="figure-{name}-title">{name}</title>'
        f"<style>.figure-{name}{{max-width:100%;height:auto}}</style>"
        f'<rect x="20" y="20" width="120" height="60" fill="#2f6fb7"/></svg>'
    )
    return Figure(name, f"{name}, drawn", f"A figure of {name}.", svg)


def carded(name: str) -> Figure:
    """A figure whose box is the card of a component."""
    plain = drawn(name)
    svg = plain.svg.replace("<rect ", '<g data-part="api"><rect class="box" ').replace("</svg>", "</g></svg>")
    return replace(plain, svg=svg)


def carded_rule(parts: Iterable[PartLeaf]) -> RuleLeaf:
    """A rule with such a figure of each of its designs."""
    return replace(rule("MS001", "call", "caching"), flagged=carded("flagged"), accepted=carded("accepted"), parts=tuple(parts))


HALF_A_MINUTE = seconds(30)


@dataclass(frozen=True)
class Patience:
    """What can be configured of the rules."""

    longest: Duration = HALF_A_MINUTE
    """How long a call may wait; more than an `hour` is none."""


def check(architecture: Architecture, estimate: Estimate, options: Patience) -> Iterator[Problem]:
    """Flag calls without a timeout."""
    for call in architecture.connections(Calls):
        if call.timeout is None or call.timeout > options.longest:
            yield Problem(call, "App calls API may wait for ever", [stated(call, "timeout")], "state a timeout")


def asking(timeout: bool) -> Design:
    """A call with or without a timeout."""
    return Design("Asking", [Calls(Client("App"), Service("API"), timeout=seconds(1) if timeout else None)])


def rule(code: str, name: str, family: str) -> RuleLeaf:
    """A rule with its page and its two figures."""
    value = Rule(
        code,
        Severity.WARNING,
        check,
        flagged=[lambda: asking(False)],
        accepted=[lambda: asking(True)],
        see=["plain-call", "MS002"],
        formerly=[f"{code[:2]}9{code[3:]}"],
        options=Patience,
    )
    page = f"A call <{name}> may wait for ever.\n\n{WHY}"
    entry = Entry(name, family, f"A call <{name}> may wait for ever", page, value, code)
    related = [
        Related("pattern", "plain-call", "plain-call", "Plain call"),
        Related("rule", "MS002", "call-without-end", "A call <call-without-end> may wait for ever"),
    ]
    return RuleLeaf(replace(explanation(entry), related=related), fragment(page), drawn("flagged"), drawn("accepted"))


def pattern(name: str, title: str) -> Leaf[Pattern]:
    """A pattern that is related to another."""
    structure = asking(True)
    call = structure.parts[0]
    assert isinstance(call, Calls)
    value = Pattern(
        title,
        use_when=["answers come at once"],
        avoid_when=["they do not"],
        structure=structure,
        requires=[Need("an end to waiting, as `timeout`", {call: ["timeout"]}), Need("somebody who asks", {call.source: []})],
        walkthrough=[Step(call, "asks"), Step(call, "answers", back=True)],
        trade_offs=[TradeOff("nothing to run", "the caller waits")],
        related=["plain-call", "not-yet-written"],
    )
    page = "Ask, and wait.\n\n## How it works\n\nThe caller waits; see `MS001`, and ask again (`second-call`) or (`timeout`)."
    return Leaf(Entry(name, "multi_step_processes", title, page, value), fragment(page), (drawn("structure"),))


def tree() -> Leaf[DecisionTree]:
    """A tree with two ends."""
    value = DecisionTree(
        "How is it asked?",
        Ask("At once?", lambda need: None, {"yes": Choose("plain-call", "it is quick"), "no": Choose("queue", "it is not")}, []),
    )
    return Leaf(Entry("how-to-ask", "multi_step_processes", value.title, "", value), "", (drawn("tree"),))


def design() -> DesignLeaf:
    """The design of the documents' tests, with its document."""
    known = dossier()
    links = figure_links("parcels", known.figures)
    markdown = write(known, TEMPLATES, figure_links=links)
    html = fragment(markdown, {links[figure.name]: figure.svg for figure in known.figures})
    return DesignLeaf("Parcels", "parcels", known, html)


def problem(id: str, family: str, known_as: tuple[str, ...] = ()) -> KnownProblem:
    """A problem of which the site has a pattern, a tree, a rule and a design, and of each one that it has not."""
    return KnownProblem(
        id,
        family,
        f"Asking <{id}>",
        "People ask & wait.",
        known_as,
        requirements={"media": False},
        decides={"how-to-ask": "second-call", "no-tree": "plain-call"},
        uses=("plain-call", "not-yet-written"),
        designs=("parcels", "not-on-this-site"),
        shown_by=("call-without-timeout", "plain-call"),
    )


@cache
def content() -> Content:
    """Everything at once."""
    return Content(
        designs=[design()],
        patterns=[pattern("plain-call", "Plain call"), pattern("second-call", "Second <call>")],
        trees=[tree()],
        rules=[
            rule("MS001", "call-without-timeout", "multi_step_processes"),
            rule("MS002", "call-without-end", "multi_step_processes"),
            rule("ZZ001", "call-of-ones-own", "an_own_family"),
        ],
        guides=[
            Guide("20-later", fragment("# Later\n\nRead this later. Then that.\n")),
            Guide("10-first", fragment("# First & foremost\n\nRead **this** first. Then that.\n")),
        ],
        problems=[
            problem("parcel-tracking", "multi_step_processes", ("Hermes", "Swift <Post>")),
            problem("mail", "scaling_writes"),
        ],
        families={"multi_step_processes": FamilyLeaf(fragment("Many steps."))},
        assets=ASSETS,
        typeface=typeface(),
    )


@cache
def site() -> Mapping[str, bytes]:
    """The site of it all."""
    return assemble(content(), TEMPLATES)


def page(path: str) -> str:
    """A page of the site."""
    return site()[path].decode()
