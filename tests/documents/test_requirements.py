from archgen import Requirements, hours, kilobytes, per_second
from archgen.documents.requirements import stated


def values(need: Requirements) -> dict[str, str]:
    return {one.name: one.value for one in stated(need)}


def test_requirements_are_said_in_units_that_people_read() -> None:
    need = Requirements(
        max_offline=hours(24), read_rate=per_second(40_000), message_size=kilobytes(2), peak_factor=2.5, media=False
    )
    assert values(need) == {
        "Reads per second": "40,000/s",
        "Peak factor": "2.5×",
        "Message size": "2 kB",
        "Max offline": "1 d",
        "Media": "no",
    }


def test_availability_is_not_rounded() -> None:
    assert values(Requirements(availability=0.99999)) == {"Availability": "99.999%"}
    assert values(Requirements(availability=0.9)) == {"Availability": "90%"}


def test_what_is_not_stated_is_left_out() -> None:
    assert values(Requirements()) == {}
