"""What is drawn of a design, as whole values."""

from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    Group,
    Publishes,
    Pushes,
    Queue,
    RelationalDatabase,
    Replicates,
    Service,
    Worker,
)
from archgen.diagrams.components import diagram, draw
from archgen.model.architecture import Architecture
from archgen.model.drawing import Arrow, Box, Drawing, Frame, LegendEntry
from archgen.model.link import link


def drawn(design: Design) -> Drawing:
    (drawing,) = draw(link(design))
    return drawing


def test_a_call_is_a_solid_arrow_between_two_boxes() -> None:
    design = Design("Shop", [Calls(Client("Browser", platform="web"), Service("Orders", replicas=3), protocol="http")])
    assert drawn(design) == Drawing(
        "components",
        "Shop: components",
        "Shop has 2 components and 1 connection. Components: Browser (client), Orders (service, ×3). "
        "Browser calls Orders (HTTP).",
        (
            Box("browser", "Browser", "", "browser", "client"),
            Box("orders", "Orders", "×3", "server", "compute"),
        ),
        (Arrow("browser", "orders", "HTTP"),),
        divisible=True,
    )


def test_work_flows_from_the_queue_to_its_worker_and_failures_to_the_dead_letters() -> None:
    dead = Queue("Dead jobs")
    jobs = Queue("Jobs", dead_letter=dead, max_receives=5)
    design = Design("Work", [Publishes(Service("API"), jobs, "job"), Consumes(Worker("Worker"), jobs)])
    drawing = drawn(design)
    assert drawing.arrows == (
        Arrow("api", "jobs", "job", "dashed"),
        Arrow("jobs", "worker", "consumes", "dashed"),
        Arrow("jobs", "dead_jobs", "after 5 failures", "dead_letter"),
    )
    assert drawing.description == (
        "Work has 4 components and 2 connections. Components: API (service), Jobs (queue), Dead jobs (queue), Worker (worker). "
        "API publishes to Jobs (job). Worker consumes from Jobs. Jobs hand over to Dead jobs (after 5 failures)."
    )


def test_a_legend_is_only_given_where_both_styles_occur() -> None:
    api, jobs = Service("API"), Queue("Jobs")
    both = Design("Both", [Calls(Client("App"), api), Publishes(api, jobs)])
    assert drawn(both).legend == (LegendEntry("solid", "waits for an answer"), LegendEntry("dashed", "does not wait"))
    assert drawn(Design("One", [Publishes(api, jobs)])).legend == ()


def test_pushes_and_copies_have_lines_of_their_own() -> None:
    store, copy, phone = RelationalDatabase("Store"), RelationalDatabase("Copy"), Client("Phone")
    drawing = drawn(Design("Ways", [Pushes(Service("API"), phone), Replicates(store, copy), Calls(phone, Service("Auth"))]))
    assert [arrow.style for arrow in drawing.arrows] == ["push", "replication", "solid"]
    assert [entry.style for entry in drawing.legend] == ["solid", "push", "replication"]


def test_what_stands_for_what_is_said_with_it() -> None:
    design = Design("Shop", [Calls(Client("App"), Service("Orders", owner="Sales"), "buy")])
    drawing = drawn(design)
    assert [(arrow.of, arrow.said) for arrow in drawing.arrows] == [(("app-calls-orders",), "App calls Orders (buy).")]
    assert [(box.kind, box.owner) for box in drawing.boxes] == [("client", ""), ("service", "Sales")]


def test_groups_become_frames_around_their_boxes_and_around_each_other() -> None:
    region = Group("Region")
    edge = Group("Edge", group=region)
    drawing = drawn(Design("Regional", [Calls(Service("API", group=edge), Service("Edge", group=region))]))
    assert drawing.frames == (
        Frame("group:edge", "Edge", "group:region", "compute"),
        Frame("group:region", "Region", None, "compute"),
    )
    assert [(box.id, box.frame) for box in drawing.boxes] == [("api", "group:edge"), ("edge", "group:region")]


def test_a_frame_has_the_colour_of_most_of_its_boxes() -> None:
    tier = Group("Tier")
    parts = [Queue("Jobs", group=tier), Service("API", group=tier), Worker("Worker", group=tier)]
    assert drawn(Design("Tiered", parts)).frames == (Frame("group:tier", "Tier", None, "compute"),)


def test_two_connections_with_the_same_ends_stay_two_arrows() -> None:
    app, api = Client("App"), Service("API")
    drawing = drawn(Design("Twice", [Calls(app, api, "ask"), Calls(app, api, "tell")]))
    assert drawing.arrows == (Arrow("app", "api", "ask"), Arrow("app", "api", "tell"))


def test_components_outside_all_groups_are_described_apart() -> None:
    design = Design("Mixed", [Service("Inner", group=Group("Core")), Service("Outer")])
    assert drawn(design).description == (
        "Mixed has 2 components and 0 connections. In Core: Inner (service). In no group: Outer (service)."
    )


def test_it_is_a_diagram_of_architectures() -> None:
    assert diagram.of is Architecture
