from archgen import Calls, Client, Design, Group, Service
from archgen.exporters.picture_form.outline import Line, outline, subtitle
from archgen.model.link import link

OURS = Group("Ours")
APP, API = Client("App"), Service("API", group=OURS)
DESIGN = Design("Shop", [Calls(APP, API, "order"), Calls(APP, OURS, mode="async")])


def test_every_part_has_a_name_that_any_format_can_read() -> None:
    drawn = outline(link(DESIGN))
    assert drawn.names == {APP: "c1", API: "c2", OURS: "g1"}
    assert list(drawn.lines) == [Line("c1", "c2", "order", waits=True), Line("c1", "g1", "calls", waits=False)]


def test_groups_hold_what_stands_directly_in_them() -> None:
    drawn = outline(link(DESIGN))
    assert list(drawn.inside(None)) == [OURS, APP]
    assert list(drawn.inside(OURS)) == [API]


def test_a_component_says_its_kind() -> None:
    assert subtitle(APP) == "client"
    assert subtitle(Service("API", technology="Go")) == "service, Go"
