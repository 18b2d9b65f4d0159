"""Figures of simulations."""

from archgen.figures.chart import LineChart
from archgen.figures.figure import Figure
from archgen.model.simulation import Burst, Outage, Scenario
from archgen.simulating.charts import figures
from archgen.simulating.measures import Scaling
from archgen.simulating.plan import Course, Pauses, Plan, Source, Station, Times
from archgen.simulating.run import simulate
from tests.simulating.plans import calling, queue

SCENARIO = Scenario(3, 2.0, 0.5, runs=3)


def drawn(plan: Plan, scenario: Scenario = SCENARIO) -> dict[str, LineChart]:
    """Each with its one chart."""
    return {figure.title: chart(figure) for figure in figures(simulate(plan, scenario))}


def chart(figure: Figure) -> LineChart:
    (panel,) = figure.panels
    assert isinstance(panel, LineChart)
    return panel


def test_figures_show_what_there_is_something_to_show_of() -> None:
    assert list(drawn(queue(0.7))) == ["Depth", "Latency", "Utilisation"]
    assert list(drawn(queue(0.7, limit=0))) == ["Latency", "Answers", "Utilisation"]


def test_every_figure_goes_on_to_the_end() -> None:
    assert {chart.along.most for chart in drawn(queue(0.7, limit=0)).values()} == {2.5}


def test_a_place_has_one_colour_in_all_figures() -> None:
    plan = calling(Course("call", "Front calls Desk", (1,), ((),)), Station("desk", "Desk", 1, Times(0.009)))
    charts = drawn(plan, Scenario(1, 20.0, 1.0))
    tones = {(line.name, line.tone) for name in ("Depth", "Utilisation") for line in charts[name].series}
    assert len(tones) == len({name for name, _ in tones}) == 2


def test_answers_failures_and_further_attempts_are_counted_by_the_second() -> None:
    course = Course("call", "Front calls Desk", (1,), ((),), attempts=3, pauses=Pauses(0.1))
    plan = calling(course, Station("desk", "Desk", 50, Times(0.01)))
    answers = drawn(plan, Scenario(1, 30.0, 0.0, outages=[Outage("desk", 10.0, 10.0)]))["Answers"]
    heights = {line.name: [round(line.height(second)) for second in (5, 15, 25)] for line in answers.series}
    assert all(60 < one < 140 for one in (heights["answered"][0], heights["answered"][2], heights["failed"][1]))
    assert 140 < heights["tried again"][1] < 260
    assert heights["answered"][1] == heights["failed"][0] == heights["tried again"][2] == 0


def test_a_line_is_broken_where_nothing_is_answered() -> None:
    charts = drawn(queue(0.5), Scenario(1, 60.0, 0.0, outages=[Outage("desk", 20.0, 10.0)]))
    (broken,) = {line.breaks for line in charts["Latency"].series}
    assert [20 < one < 30 for one in broken] == [True]
    assert {one.text for one in charts["Latency"].highlights} == {"Desk away"}


def test_servers_are_shown_where_they_come_and_go() -> None:
    desk = Station("desk", "Desk", 2, Times(0.1), replicas=2, scaling=Scaling(2, 9, "busy", 0.6, 0.0))
    plan = Plan((desk,), (Course("ask", "Ask", (0,), ((),)),), (Source(0, 10.0, ("client",)),))
    charts = drawn(plan, Scenario(1, 120.0, 0.0, bursts=[Burst("client", 5.0, 30.0, 90.0)]))
    (line,) = charts["Servers"].series
    assert line.height(20) < 4 < 7 <= line.height(115)
    assert max(y for _, y in charts["Utilisation"].series[0].points) <= 100
