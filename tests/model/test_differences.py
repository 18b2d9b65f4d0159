from archgen import Calls, Client, Design, Requirements, Retry, Service, seconds
from archgen.model.differences import differences


def asking(timeout: float | None, replicas: int, clients: int | None = None) -> Design:
    call = Calls(Client("App"), Service("API", replicas=replicas), timeout=None if timeout is None else seconds(timeout))
    return Design("Asking", [call], requirements=Requirements(concurrent_clients=clients))


def test_what_both_state_is_not_told() -> None:
    assert differences(asking(1, 2), asking(1, 2)) == ([], [])


def test_what_only_one_states_is_told() -> None:
    one, other = differences(asking(None, 2, 7), asking(3, 4))
    assert one == ["API: replicas = 2", "requirements: concurrent_clients = 7"]
    assert other == ["API: replicas = 4", "App calls API: timeout = 3 s"]


def test_a_policy_is_told_as_findings_tell_it() -> None:
    once, again = (
        Design("Asking", [Calls(Client("App"), Service("API"), retry=retry)]) for retry in (False, Retry(3, jitter=True))
    )
    told = ["App calls API: retry = none"], ["App calls API: retry (attempts 3, jitter yes)"]
    assert differences(once, again) == told
