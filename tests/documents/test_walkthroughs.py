"""Tables of how long walkthroughs take and how much of the time they can be done."""

from dataclasses import replace
from pathlib import Path

from archgen import (
    Calls,
    Client,
    Database,
    Design,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Step,
    Walkthrough,
    milliseconds,
)
from archgen.documents.compose import compose
from archgen.documents.markdown import write
from archgen.documents.walkthroughs import presences, times
from archgen.estimating.run import estimate
from archgen.model.dossier import Dossier
from archgen.model.link import link
from tests.documents.parcels import report

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def shop(needs: Requirements | None = None) -> Dossier:
    """A product shown: what is waited for, and a note of it behind a queue."""
    api, store = Service("API", availability=0.9995), Database("Store", latency=milliseconds(50), availability=0.999)
    ask, look = Calls(Client("App"), api, round_trip=milliseconds(60)), Reads(api, store)
    note = Publishes(api, Queue("Views"), latency=milliseconds(5), mode="async")
    walk = Walkthrough("Show", [Step(ask), Step(look), Step(ask, back=True), Step(note)])
    architecture = link(Design("Shop", [ask, look, note], requirements=needs or Requirements(), walkthroughs=[walk]))
    return compose(architecture, estimate(architecture), report(), [], [])


def test_what_is_waited_for_and_the_whole_have_a_row_each() -> None:
    rows = list(times(shop(Requirements(latency_p99=milliseconds(100)))))
    assert [(row.walkthrough, row.usual, row.required, row.over, row.largest) for row in rows] == [
        (
            "Show",
            "at least 110 ms",
            "at least 110%: 110 ms / 100 ms, the latency_p99 of the design",
            True,
            "the way between App and API, 60 ms",
        ),
        ("Show, until its end", "at least 115 ms", "nothing is required", False, "the way between App and API, 60 ms"),
    ]


def test_the_whole_has_no_row_where_it_ends_with_the_answer() -> None:
    api = Service("API", task_duration=milliseconds(20))
    ask = Calls(Client("App"), api)
    design = Design("D", [ask], walkthroughs=[Walkthrough("Ask", [Step(ask), Step(ask, back=True)])])
    architecture = link(design)
    assert [row.walkthrough for row in times(compose(architecture, estimate(architecture), report(), [], []))] == ["Ask"]


def test_what_a_walkthrough_lacks_is_told_with_what_each_part_costs() -> None:
    (row,) = presences(shop(Requirements(availability=0.999)))
    assert (row.share, row.away, row.over, row.costs) == ("99.85%", "64.8 min", True, "Store 43.2 min, API 21.6 min")


def test_the_tables_stand_in_the_document() -> None:
    text = write(shop(Requirements(latency_p99=milliseconds(100), availability=0.9)), TEMPLATES, figure_links={})
    assert "| Show | **at least 110 ms** | **at least 110 ms** | at least 110%: 110 ms / 100 ms" in text
    assert "**It takes too long.**" in text
    assert "**It is away too long.**" not in text
    assert "what is not stated counts as no time: how long API takes" in text.replace("What is", "what is")


def test_a_document_without_numbers_has_no_tables_of_them() -> None:
    dossier = shop()
    bare = replace(dossier, estimate=replace(dossier.estimate, quantities={}), numbers=(), assumptions=())
    assert "How long it takes" not in write(bare, TEMPLATES, figure_links={})
