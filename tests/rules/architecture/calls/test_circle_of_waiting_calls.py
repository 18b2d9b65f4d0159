from archgen import Calls, Design, Service
from tests.rules.checked import checked, finding


def test_each_circle_is_found_once_in_the_order_of_the_design() -> None:
    a, b, c, d, e = (Service(name) for name in "ABCDE")
    calls = [Calls(a, b), Calls(b, a), Calls(b, c), Calls(c, d), Calls(d, e), Calls(e, c)]
    found = [one for one in checked(Design("Two circles", calls)) if one.code == "AR023"]
    assert [one.subjects[:3] for one in found] == [("a", "b", "a-calls-b"), ("c", "d", "e")]


def test_a_large_circle_is_told_in_short() -> None:
    ring = [Service(f"S{index}") for index in range(9)]
    calls = [Calls(one, other) for one, other in zip(ring, [*ring[1:], ring[0]], strict=True)]
    assert "S4 and 4 more wait for one another" in finding(Design("Ring", calls), "AR023").message
