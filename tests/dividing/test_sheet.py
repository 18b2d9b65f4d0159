"""What one figure of several shows."""

from archgen import Calls, Client, Design, Group, Publishes, Queue, RelationalDatabase, Service, Writes
from archgen.dividing.atlas import Atlas, counted
from archgen.dividing.cluster import Cluster
from archgen.dividing.describing import described
from archgen.dividing.grouping import grouped
from archgen.dividing.lines import Line, drawn
from archgen.dividing.shaping import OWN, Shaping
from archgen.dividing.sheet import DETAILS, LEAST, extract, sheet
from archgen.model.drawing import Arrow
from tests.dividing import large

shop, stock = Group("Shop"), Group("Stock")
app, orders, carts = Client("App"), Service("Orders", group=shop), Service("Carts", group=shop)
rows, jobs, count = RelationalDatabase("Rows", group=stock), Queue("Jobs", group=stock), Service("Count", group=stock)
WHOLE = large.drawn(
    Design(
        "Store",
        [
            Calls(app, orders, "buy"),
            Calls(orders, carts, "what is in it?"),
            Writes(orders, rows, "take one"),
            Publishes(orders, jobs, "send it"),
            Calls(count, carts, "how many?"),
            Calls(carts, stock, "is all well?"),
        ],
    )
)
ROOT = grouped(WHOLE, "group")
ATLAS = Atlas(WHOLE, ROOT, {"shop", "stock"})
SHOP = ROOT.inner[0]


def told(arrows: tuple[Arrow, ...]) -> list[tuple[str, str, str, bool]]:
    return [(arrow.source, arrow.target, arrow.label, bool(arrow.of)) for arrow in arrows]


def test_an_overview_shows_groups_as_cards_and_what_passes_between_them_as_one_line() -> None:
    figure = sheet(ATLAS, ROOT, DETAILS[0])
    assert [(box.title, box.subtitle, box.shape, box.to) for box in figure.boxes] == [
        ("App", "", "card", ""),
        ("Shop", "2 components: 2 services", "closed", "components-shop"),
        ("Stock", "3 components: 1 relational database, 1 queue, 1 service", "closed", "components-stock"),
    ]
    assert told(figure.arrows) == [
        ("app", "closed:shop", "buy", False),
        ("closed:shop", "closed:stock", "4 connections", False),
    ]
    assert [arrow.both for arrow in figure.arrows] == [False, True]
    assert [entry.style for entry in figure.legend] == ["solid", "merged"]


def test_a_figure_shows_what_its_group_has_to_do_with_faded_with_the_view_that_it_is_in() -> None:
    figure = sheet(ATLAS, SHOP, DETAILS[0])
    assert [(box.title, box.subtitle, box.to) for box in figure.boxes if box.shape == "outside"] == [
        ("App", "in the overview", "components"),
        ("Rows", "in Stock", "components-stock"),
        ("Jobs", "in Stock", "components-stock"),
        ("Count", "in Stock", "components-stock"),
        ("Stock", "3 components: 1 relational database, 1 queue, 1 service", "components-stock"),
    ]
    assert all(arrow.of for arrow in figure.arrows)
    assert [(frame.id, frame.title) for frame in figure.frames] == [("group:shop", "Shop")]
    assert figure.trail == (("components", "Overview"), ("", "Shop"))
    assert (figure.name, figure.title) == ("components-shop", "Store: components, Shop")


def test_with_less_detail_what_leads_into_it_comes_from_the_figure_that_it_is_in() -> None:
    figure = sheet(ATLAS, SHOP, DETAILS[1])
    assert ("closed:stock", "carts", "how many?", False) in told(figure.arrows)
    assert ("orders", "rows", "take one", True) in told(figure.arrows)


def test_with_the_least_detail_all_else_is_one_card() -> None:
    figure = sheet(ATLAS, SHOP, LEAST)
    assert [box.title for box in figure.boxes if box.shape == "outside"] == ["Other views"]
    assert ("elsewhere", "orders", "3 connections", False) in told(figure.arrows)


def test_arrows_that_found_no_room_have_a_figure_of_their_own() -> None:
    figure = extract(ATLAS, SHOP, [WHOLE.arrows[2]], 1)
    assert (figure.name, figure.trail[-2:]) == (
        "components-shop-more-1",
        (("components-shop", "Shop"), ("", "further connections 1")),
    )
    assert [(box.title, box.shape) for box in figure.boxes] == [("Orders", "card"), ("Rows", "outside")]


def test_a_figure_is_said_in_words() -> None:
    assert described(sheet(ATLAS, ROOT, DETAILS[0])) == (
        "Store: components, overview. It shows: App (client). Closed: Shop (2 components: 2 services); "
        "Stock (3 components: 1 relational database, 1 queue, 1 service). App to Shop: buy. Shop and Stock: 4 connections."
    )


def test_lines_with_few_words_keep_them_when_they_become_one() -> None:
    reads, writes = Arrow("a", "b", "reads"), Arrow("a", "b", "writes")
    (arrow,) = drawn([Line("x", "y", reads, False), Line("x", "y", writes, False)])
    assert (arrow.label, arrow.style, arrow.both) == ("reads, writes (2)", "merged", False)


def test_a_large_group_is_cut_into_parts_that_are_named_for_what_is_busy_in_them() -> None:
    hub = Service("Hub")
    whole = large.drawn(Design("Star", [*(Calls(Client(f"App {n}"), hub) for n in range(30))]))
    shaped = Shaping(whole).shaped(grouped(whole, "community"))
    assert max(len(cluster.members) for cluster in shaped.walk() if not cluster.inner) <= OWN
    assert "Around Hub" in [cluster.name for cluster in shaped.inner]
    assert sorted(shaped.members) == sorted(box.id for box in whole.boxes)


def test_a_cluster_knows_all_that_is_in_it() -> None:
    inner = Cluster("b", "B", ("x",), frame="group:b")
    outer = Cluster("a", "A", ("y",), (inner,))
    assert (outer.members, outer.frames) == (("y", "x"), ("group:b",))
    assert counted(2, "box") == "2 boxes"
