from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from archgen import (
    AccessPath,
    Alternative,
    Ask,
    Cache,
    CacheAside,
    Calls,
    Choose,
    Client,
    Column,
    Compensation,
    Database,
    Decision,
    DecisionTree,
    Design,
    Group,
    Index,
    Migration,
    MigrationStep,
    Reads,
    Requirements,
    Service,
    State,
    StateMachine,
    Step,
    System,
    Table,
    Transition,
    Walkthrough,
    Workflow,
    WorkflowStep,
    seconds,
)
from archgen.documents.compose import compose
from archgen.documents.html import fragment
from archgen.documents.markdown import write
from archgen.loading.shipped import shipped
from archgen.model.catalogue import Entry
from archgen.model.decided import Decided
from archgen.model.dossier import Dossier
from archgen.model.estimate import Estimate
from archgen.model.link import link
from archgen.model.report import Finding, Report, Waived
from archgen.model.rule import Severity
from tests.conftest import Golden
from tests.documents.markup import Markup
from tests.documents.parcels import SVG, decided, dossier, figures, parcels

TEMPLATES: Path = shipped("templates")
LINKS = {figure.name: f"figures/{figure.name}.svg" for figure in figures()}


def written(known: Dossier) -> str:
    return write(known, TEMPLATES, figure_links=LINKS)


def bare() -> Dossier:
    architecture = link(Design("Bare", [Calls(Client("App"), Service("API"))]))
    return compose(architecture, Estimate(), Report("Bare", "", [], rules_run=7, components=2, connections=1), [], [])


def headings(markdown: str) -> list[str]:
    return [line for line in markdown.splitlines() if line.startswith("## ")]


def test_a_document_says_everything(golden: Callable[[str], Golden]) -> None:
    assert written(dossier()) == golden("documents/parcels.md")


def test_sections_with_nothing_to_say_are_left_out() -> None:
    assert headings(written(bare())) == [
        "## The solution",
        "## What can fail",
        "## What the rules found",
        "## Open questions",
        "## Summary",
        "## Appendix",
    ]


def test_a_clean_design_is_told_how_many_rules_ran() -> None:
    sentence = "7 rules ran over 2 components and 1 connection, and the design gave none of them anything to report."
    assert sentence in written(bare())


def test_a_figure_without_a_link_is_left_out() -> None:
    assert "![" not in write(dossier(), TEMPLATES, figure_links={})


def test_a_choice_that_departs_from_the_tree_says_why() -> None:
    design = parcels()
    need = replace(design.requirements, delivery="at_most_once")
    other = replace(design, requirements=need)
    assert "The design takes **message-queue** instead: labels are owed to the carrier." in written(dossier(other))


def test_a_question_that_nothing_answers_is_left_open() -> None:
    other = replace(parcels(), decisions=[Decision("label-writing")])
    asked = '- **May a label be lost?** It decides "Who writes the label?" The requirement "delivery" would answer it.'
    assert f"## Open questions\n\n{asked}\n" in written(dossier(other))


def test_any_one_of_several_requirements_answers_a_question_but_what_is_stated_and_did_not() -> None:
    asked = Ask("How fresh?", lambda need: None, {"yes": Choose("a", "b")}, needs=["latency_budget", "staleness", "users"])
    tree = DecisionTree("Which one?", asked)
    decision = Decided(Entry("fresh", "caching", tree.title, "A page.", tree), tree.decide(Requirements()))
    text = written(compose(link(parcels()), Estimate(), Report("Parcels", "", []), [decision], []))
    assert "The design does not say; `staleness` or `users` would answer it." in text


def test_the_same_dossier_gives_the_same_text() -> None:
    assert written(dossier()) == written(dossier())


TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20),
    st.text(alphabet="ab |*_`[]()<>!&;\\\"'\n#-=/", min_size=1, max_size=20),
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "](javascript:alert(1))",
            "![x](javascript:alert(1))",
            '"><img src=x onerror=alert(1)>',
            "a\n\n<iframe src=//x>",
            "`</code><script>`",
            "| a | <b onclick=x> |",
            "<https://example.com>",
            "[a]: javascript:b",
        ]
    ),
).filter(str.strip)


def hostile(text: str) -> Dossier:
    app, api = Client(text, id="a", note=text), Service("API", id="b", group=Group(text, id="g"))
    call = Calls(app, api, text, id="c")
    rows = Table(text, id="t", columns=[Column(text, type=text)], indexes=[Index([text])])
    store = Database(text, id="s", holds=[rows])
    look = Reads(api, store, text, id="r", access=AccessPath(filter=[text]))
    box = System(text, id="x", design=Design(text, [Service(text)], summary=text), entry=None)
    design = Design(
        text,
        [call, look, box, CacheAside(api, Cache(text, id="k"), store, timeout=seconds(1))],
        behaviours=[
            StateMachine(text, id="m", states=[State(text)], transitions=[Transition(text, text, text)], summary=text),
            Workflow(text, id="w", steps=[WorkflowStep(text, compensation=Compensation(name=text))], workflow_id=text),
            Migration(text, id="n", steps=[MigrationStep("soak")], summary=text),
        ],
        summary=text,
        pitch=text,
        problem=text,
        walkthroughs=[
            Walkthrough(text, [Step(call, text, otherwise=[Alternative(text, [Step(call, text)], failure=True)])], summary=text)
        ],
        left_out={text: text},
        decisions=[Decision("label-writing", choice="message-queue", reason=text)],
    )
    finding = Finding(text, text, Severity.ERROR, text, (text,), (text,), None, text, text)
    drawn = [replace(figure, title=text, description=text) for figure in figures()]
    report = Report(text, text, [finding], [Waived(finding, text)])
    return compose(link(design), Estimate(), report, [decided(design)], drawn)


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_no_text_of_a_design_becomes_markup(text: str) -> None:
    page = Markup(fragment(written(hostile(text)), dict.fromkeys(LINKS.values(), SVG)))
    assert page.dangers == []


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_no_text_of_a_design_changes_the_shape_of_its_document(text: str) -> None:
    page = Markup(fragment(written(hostile(text))))
    assert (page.tags.count("h1"), page.tags.count("h2"), page.tags.count("table")) == (1, 15, 6)
