"""What came of a simulation, as text."""

from archgen.cli.terminal.simulated import estimated, tables
from archgen.model.estimate import Derivation, Estimate, Quantity
from archgen.model.simulation import Outcome, Place, Scenario, Simulation, Way
from archgen.simulating.totals import place_rows

PLACE = Place("api", "API", 4, 200, 200, 200, 3, 0, 0, 0, 0, 20.0, 40.0, 1.0, 7, [0.5, 0.25])
STORE = Place("store", "Store reads", None, 100, 100, 100, 0, 0, 0, 0, 0, 1.0, 0.0, 0.0, 0)
UNUSED = Place("idle", "Idle", 1, 0, 0, 0, 0, 0, 0, 0, 0, 0.0, 10.0, 0.0, 0)
WAY = Way("app-calls-api", "App calls API", "api", True, 200, 190, 10, 4, 20, [0.1] * 190, [])
NUMBERS = Estimate({("api", "utilisation"): Quantity("utilisation", 0.5, "share", Derivation("1 / 2"))})


def test_a_row_says_what_was_simulated_and_what_is_estimated() -> None:
    simulation = Simulation(Scenario(), [Outcome(10.0, 1.0, 900, [PLACE, STORE, UNUSED], [WAY])], ["mail"], ["one replica"])
    assert tables(simulation, NUMBERS).splitlines() == [
        "at           requests   taken  estimated  mean wait  p99 wait  waiting, most  dropped  lost  retried  dead-lettered",
        "API              20/s  50.0 %     50.0 %    3.75 ms       0 s              7        3     0       20              0",
        "Store reads      10/s       -          -        0 s       0 s              0        0     0        0              0",
        "",
        "along          requests  answered     p50     p99  timed out  retried  given up",
        "App calls API      18/s    95.0 %  100 ms  100 ms          4       20        10",
        "",
        "not simulated: mail",
        "assumed: one replica",
    ]
    assert [estimated(NUMBERS, row) for row in place_rows(simulation)] == [0.5, None]


def test_where_nothing_came_that_is_said_with_what_would_have() -> None:
    tick = Way("cron-calls-planner", "Cron calls Planner", "planner", True, 0, 0, 0, 0, 0, [], [])
    daily = Estimate({("cron-calls-planner", "rate"): Quantity("rate", 1 / 86_400, "per second", Derivation("stated"))})
    outcome = Outcome(10.0, 1.0, 0, [UNUSED], [tick])
    assert tables(Simulation(Scenario(), [outcome], [], []), daily).splitlines()[2:] == [
        "",
        "nothing came within 5 min (Cron calls Planner: 1/day); count for longer, by --duration",
    ]
    assert tables(Simulation(Scenario(), [outcome], [], []), NUMBERS).splitlines()[-1] == "nothing came within 5 min"


def test_what_comes_seldom_is_told_in_a_longer_time() -> None:
    place = Place("api", "API", None, 1, 1, 1, 0, 0, 0, 0, 0, 0.0, 0.0, 0.0, 0)
    way = Way("app-calls-api", "App calls API", "api", True, 1, 1, 0, 0, 0, [0.1], [])
    told = tables(Simulation(Scenario(), [Outcome(86_400.0, 1.0, 9, [place], [way])], [], []), NUMBERS)
    assert told.count("1/day") == 2
