"""Terms are told from the values and the prose around them."""

import pytest

from tests.catalogue.conditions import terms


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("pump.speed_rpm > 900", ["pump.speed_rpm"]),
        ("the pump has speed_rpm > 900 and no valve", ["speed_rpm"]),
        ("pressure >= 3 or pressure < 1", ["pressure"]),
        ("valve is unset, or seal set and colour unset", ["valve", "seal", "colour"]),
        ("pump.mode = by_hand AND valve == left_open", ["pump.mode", "valve"]),
        ("mode in {by_hand, left_open} and colour not in (dark_red, blue)", ["mode", "colour"]),
        ("motor(role=spare).power_kw > 5", ["role", "power_kw"]),
        ("inflow * days > volume", ["inflow", "days", "volume"]),
        ("pump.speed > motor.speed", ["pump.speed", "motor.speed"]),
        ("pump.owner != valve.owner", ["pump.owner", "valve.owner"]),
        ("seals includes [by_hand, glued] and pump.kind != by_hand", ["seals", "pump.kind"]),
        ("flow in WET", ["flow"]),
        ("at most 1.5 MiB of the wall_paper, e.g. blue", ["wall_paper"]),
        ("a pump that nobody looks after, and number of valves > 3", ["valves"]),
        ("a pump with a hole in the floor", []),
        ("pump->valve->motor with speed_rpm unset", ["speed_rpm"]),
        ("max(speed, pump.limit) > 3 AND NOT (power_kw > 2)", ["pump.limit", "power_kw"]),
    ],
)
def test_what_is_asked_about_is_found(condition: str, expected: list[str]) -> None:
    assert terms(condition) == expected


def test_each_term_is_named_once() -> None:
    assert terms("speed > 3 and power < 2 or speed < 1") == ["speed", "power"]
