from archgen import Calls, Client, Design, Service, seconds
from tests.rules.checked import checked, finding


def test_of_two_ways_the_one_with_the_shorter_timeout_counts() -> None:
    app, web, api, job = Client("App"), Service("Web"), Service("API"), Service("Job", task_duration=seconds(20))
    design = Design(
        "Two ways",
        [Calls(app, api, timeout=seconds(25)), Calls(api, job), Calls(app, web, timeout=seconds(10)), Calls(web, api)],
    )
    assert finding(design, "LT001").because == ("Job: task_duration = 20 s", "App calls Web: timeout = 10 s")


def test_an_assumed_timeout_is_said() -> None:
    design = Design("Slow", [Calls(Client("App"), Service("Job", task_duration=seconds(45)))])
    assert finding(design, "LT001").because == (
        "Job: task_duration = 45 s",
        "no timeout is stated between App and Job: 30 s are assumed",
    )


def test_calls_in_a_circle_come_to_an_end() -> None:
    a, b = Service("A"), Service("B", task_duration=seconds(5))
    design = Design("Circle", [Calls(Client("App"), a), Calls(a, b), Calls(b, a, timeout=seconds(6)), Calls(a, a)])
    assert "LT001" not in [one.code for one in checked(design)]
