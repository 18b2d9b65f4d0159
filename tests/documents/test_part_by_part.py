from dataclasses import replace

from archgen.documents.hops import walks
from archgen.documents.part_by_part import part_by_part, parts_drawn, told_together
from archgen.model.part_leaf import PartLeaf, Passing
from tests.documents.shown_shop import shop


def parts() -> dict[str, PartLeaf]:
    known = shop()
    return {part.id: part for part in part_by_part(known, tuple(walks(known.architecture, known.figures, known.estimate)))}


def test_a_component_is_told_with_what_it_is_and_states_and_where_it_is_drawn() -> None:
    api = parts()["api"]
    assert (api.name, api.kind, api.group, api.figure) == ("API", "service", "Back", "components-back")
    assert api.facts == ("2 replicas", "100/s a replica")
    assert ("capacity", "200/s") in api.numbers


def test_a_component_is_told_with_the_findings_on_it_and_those_that_are_accepted() -> None:
    known = parts()
    assert [one.code for one in known["app"].findings] == [one.code for one in known["api"].findings] == ["XX001"]
    assert [(one.code, reason) for one, reason in known["store"].accepted] == [("XX002", "it is small")]


def test_a_component_is_told_with_the_walkthroughs_that_pass_it() -> None:
    known = parts()
    assert known["store"].walkthroughs == (Passing("Show", "walkthrough-show", ("2",)),)
    assert known["app"].walkthroughs == (Passing("Show", "walkthrough-show", ("1", "2a.1", "3")),)


def test_a_component_is_told_with_the_patterns_that_it_takes_part_in() -> None:
    from archgen import Cache, CacheAside, Database, Design, Service
    from archgen.documents.compose import compose
    from archgen.estimating.run import estimate
    from archgen.model.link import link
    from archgen.model.report import Report

    app, store = Service("App"), Database("Store")
    architecture = link(Design("D", [CacheAside(app, Cache("Cache"), store), Service("Other")]))
    made = compose(architecture, estimate(architecture), Report("D", "d.py", []), [], [])
    assert {part.id: part.patterns for part in part_by_part(made, ())} == {
        "app": ("cache-aside",),
        "cache": ("cache-aside",),
        "store": ("cache-aside",),
        "other": (),
    }


def test_a_figure_by_itself_has_its_components_told_with_what_is_stated_of_them() -> None:
    known = shop()
    drawn = {part.id: part for part in parts_drawn(known.architecture, known.views)}
    assert drawn["api"] == PartLeaf("api", "API", "service", "Back", "components-back", ("2 replicas", "100/s a replica"))
    assert list(parts_drawn(known.architecture, [])) == []


def test_what_differs_between_two_figures_is_told_of_each_and_all_else_once() -> None:
    app, api, bank = (PartLeaf(name, name, "service", "", "flagged") for name in ("app", "api", "bank"))
    other = [replace(app, figure="accepted"), replace(api, figure="accepted", facts=("replicas 2",)), replace(bank, id="shop")]
    told = [(part.anchor, part.facts) for part in told_together([app, api, bank], other)]
    assert told == [
        ("component--app", ()),
        ("component--flagged--api", ()),
        ("component--accepted--api", ("replicas 2",)),
        ("component--bank", ()),
        ("component--shop", ()),
    ]
