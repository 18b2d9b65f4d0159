from archgen import Calls, Client, Design, Service, seconds
from tests.rules.checked import checked, finding


def test_of_two_ways_the_one_with_the_shorter_timeout_counts() -> None:
    app, web, api, job = Client("App"), Service("Web"), Service("API"), Service("Job", task_duration=seconds(20))
    design = Design(
        "Two ways",
        [
            Calls(app, api, mode="sync", timeout=seconds(15)),
            Calls(api, job, mode="sync"),
            Calls(app, web, mode="sync", timeout=seconds(10)),
            Calls(web, api, mode="sync"),
        ],
    )
    found = finding(design, "LT001")
    assert found.severity.value == "error"
    assert found.because == ("Job: task_duration = 20 s", "App calls Web: timeout = 10 s")


def test_a_way_that_is_surely_waited_on_counts_before_a_shorter_one_that_may_not_be() -> None:
    app, web, api = Client("App"), Service("Web"), Service("API", task_duration=seconds(20))
    design = Design(
        "Two ways",
        [Calls(app, api, mode="sync", timeout=seconds(15)), Calls(app, web, mode="sync", timeout=seconds(10)), Calls(web, api)],
    )
    found = finding(design, "LT001")
    assert (found.severity.value, found.because[-1]) == ("error", "App calls API: timeout = 15 s")


def test_a_hop_that_does_not_say_that_it_waits_is_said_in_a_warning() -> None:
    app, web, api = Client("App"), Service("Web"), Service("API", task_duration=seconds(20))
    found = finding(Design("One way", [Calls(app, web, mode="sync", timeout=seconds(10)), Calls(web, api)]), "LT001")
    assert (found.severity.value, found.message) == (
        "warning",
        "App may wait for API, which takes 20 s, in a request that ends after 10 s",
    )
    assert found.because[1:] == ("App calls Web: timeout = 10 s", "Web calls API: mode is not stated")


def test_an_assumed_timeout_is_said() -> None:
    design = Design("Slow", [Calls(Client("App"), Service("Job", task_duration=seconds(45)))])
    assert finding(design, "LT001").because == (
        "Job: task_duration = 45 s",
        "no timeout is stated between App and Job: 30 s are assumed",
        "App calls Job: mode is not stated",
    )


def test_calls_in_a_circle_come_to_an_end() -> None:
    a, b = Service("A"), Service("B", task_duration=seconds(5))
    design = Design("Circle", [Calls(Client("App"), a), Calls(a, b), Calls(b, a, timeout=seconds(6)), Calls(a, a)])
    assert "LT001" not in [one.code for one in checked(design)]
