"""archgen estimate."""

import json
from pathlib import Path

import pytest

from tests.cli.running import ran


def test_numbers_in_json_are_in_base_units(capsys: pytest.CaptureFixture[str]) -> None:
    report = json.loads(ran(capsys, "estimate", "shop.yaml", "--format", "json").out)
    assert (report["schema_version"], report["design"], report["path"]) == (2, "Shop", "shop.yaml")
    (arriving,) = [one for one in report["quantities"] if (one["subject"], one["measure"]) == ("edge_lb", "requests")]
    assert (round(arriving["value"], 3), arriving["unit"]) == (166.667, "per second")
    assert arriving["bound"] is None
    assert list(arriving["derivation"]) == ["formula", "inputs", "assumptions"]


def test_every_number_stands_in_json_once_and_all_that_it_rests_on(capsys: pytest.CaptureFixture[str]) -> None:
    for more in ([], ["--why", "orders"]):
        report = json.loads(ran(capsys, "estimate", "shop.yaml", "--format", "json", *more).out)
        every = [*report["quantities"], *report["inputs"]]
        ids = [one["id"] for one in every]
        assert len(set(ids)) == len(ids)
        assert {id for one in every for id in one["derivation"]["inputs"]} <= set(ids)


def test_what_is_not_known_exactly_has_its_ends_in_json(capsys: pytest.CaptureFixture[str]) -> None:
    text = Path("shop.yaml").read_text()
    Path("shop.yaml").write_text(text.replace("devices: ", "devices: ~", 1))
    report = json.loads(ran(capsys, "estimate", "shop.yaml", "--format", "json").out)
    (arriving,) = [one for one in report["quantities"] if (one["subject"], one["measure"]) == ("edge_lb", "requests")]
    assert (round(arriving["low"], 3), round(arriving["high"], 3)) == (83.333, 333.333)


def test_why_tells_how_the_numbers_of_one_part_came_about(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "estimate", "shop.yaml", "--why", "orders")
    assert result.code == 0
    assert "requests" in result.out
    assert "  = " in result.out
    assert "edge_lb" not in result.out.splitlines()[0]


def test_why_of_an_unknown_part_offers_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "estimate", "shop.yaml", "--why", "ordrs")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith('there is no part "ordrs"; did you mean "orders"')


def test_a_design_that_states_too_little_says_what_to_state(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bare.yaml").write_text("archgen: 1\ndesign: Bare\n")
    result = ran(capsys, "estimate", "bare.yaml")
    assert result.code == 0
    assert "state devices and rates" in result.out


WALK = """\
archgen: 1
design: Shop
requirements: {latency_p99: 300ms, round_trip: 60ms, availability: 99.9%}
components:
  app: {kind: client}
  api: {kind: service, name: API, availability: 99.95%}
  store: {kind: relational_database, latency: 50ms, availability: 99.9%}
connections:
  - {kind: calls, from: app, to: api}
  - {kind: reads, from: api, to: store, id: look}
walkthroughs:
  - {name: Show a product, steps: [{along: app-calls-api}, {along: look}]}
"""


def test_numbers_of_walkthroughs_stand_below_their_names(capsys: pytest.CaptureFixture[str]) -> None:
    Path("walk.yaml").write_text(WALK)
    result = ran(capsys, "estimate", "walk.yaml")
    assert result.out.splitlines() == [
        "Show a product",
        "  latency p50             at least 110 ms  60 ms + 50 ms; the largest part is the way between App and API, 60 ms",
        "  latency p99             at least 110 ms  60 ms + 50 ms; the largest part is the way between App and API, 60 ms",
        "  budget used             at least 36.7%   110 ms / 300 ms, the latency_p99 of the design",
        "  availability            99.85 %          99.95 % × 99.9 %",
        "  away in a month         64.8 min         (1 - 99.85 %) × 30 days; most of it is Store, 43.2 min",
        "  of what it may be away  150%             64.8 min / 43.2 min, which the 99.9 % of the design allow in a month",
    ]


@pytest.mark.parametrize("name", ["Show a product", "show a product", "walkthrough:show_a_product"])
def test_why_tells_how_the_numbers_of_a_walkthrough_came_about(capsys: pytest.CaptureFixture[str], name: str) -> None:
    Path("walk.yaml").write_text(WALK)
    told = ran(capsys, "estimate", "walk.yaml", "--why", name).out
    assert "  API reads Store = 50 ms\n    = 50 ms as a rule\n" in told
    assert "  away in a month = 64.8 min, as above" in told


BARE = """\
archgen: 1
design: Bare
components: {app: {kind: client}, api: {kind: service}}
connections: [{kind: calls, from: app, to: api}]
walkthroughs: [{name: Ask, steps: [{along: app-calls-api}]}]
"""


def test_a_walkthrough_that_says_too_little_says_what_to_state(capsys: pytest.CaptureFixture[str]) -> None:
    Path("bare.yaml").write_text(BARE)
    assert "state how long its parts take" in ran(capsys, "estimate", "bare.yaml", "--why", "Ask").out


def test_a_derivation_of_very_many_steps_is_told_to_its_end(capsys: pytest.CaptureFixture[str]) -> None:
    hops = range(1_200)
    components = "".join(f"  s{index}: {{kind: service}}\n" for index in (*hops, 1_200))
    calls = "".join(f"  - {{kind: calls, from: s{index}, to: s{index + 1}, rate: 5/s}}\n" for index in hops[:1])
    calls += "".join(f"  - {{kind: calls, from: s{index}, to: s{index + 1}}}\n" for index in hops[1:])
    Path("chain.yaml").write_text(f"archgen: 1\ndesign: Chain\ncomponents:\n{components}connections:\n{calls}")
    assert ran(capsys, "estimate", "chain.yaml", "--why", "s1200").out.endswith("rate = 5/s, stated\n")


BURST = """\
archgen: 1
design: Burst
components:
  api: {kind: service}
  jobs: {kind: queue}
  worker: {kind: worker, replicas: 50, concurrency: 1, task_duration: 100ms}
connections:
  - {kind: publishes, from: api, to: jobs, rate: 300/s, peak_rate: 900/s, burst: 10min}
  - {kind: consumes, from: worker, to: jobs}
"""


def test_what_a_burst_leaves_is_told_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    Path("burst.yaml").write_text(BURST)
    told = ran(capsys, "estimate", "burst.yaml").out
    assert "\n\nWhat waits in queues\n  jobs  backlog growth at peak    400/s\n  jobs  depth after the burst" in told
    assert "  jobs  time to recover           20 min\n" in told
    assert (
        "time to recover = 20 min\n  = 240,000 waiting / (500/s taken - 300/s arriving)\n"
        in ran(capsys, "estimate", "burst.yaml", "--why", "jobs").out
    )
