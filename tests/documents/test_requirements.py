from archgen import Client, Design, Requirements, Service, Walkthrough, Workflow, hours, kilobytes, milliseconds, per_second
from archgen.documents.requirements import of_parts, stated
from archgen.model.link import link


def values(need: Requirements) -> dict[str, str]:
    return {one.name: one.value for one in stated(need)}


def test_requirements_are_said_in_units_that_people_read() -> None:
    need = Requirements(
        max_offline=hours(24), read_rate=per_second(40_000), message_size=kilobytes(2), peak_factor=2.5, media=False
    )
    assert values(need) == {
        "Read rate": "40,000/s",
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


def test_the_language_says_what_a_requirement_means() -> None:
    (one,) = stated(Requirements(users=3))
    assert one.meaning == "How many people use it at all."


def test_what_only_a_part_must_do_is_told_with_its_name() -> None:
    need = Requirements(latency_budget=milliseconds(200))
    design = Design(
        "D",
        [Client("Phone", requirements=need), Service("API")],
        walkthroughs=[Walkthrough("Buy", [], requirements=need)],
        behaviours=[Workflow("Order", steps=[], requirements=need)],
    )
    assert [(name, one.value) for name, one in of_parts(link(design))] == [
        ("Phone", "200 ms"),
        ("Buy", "200 ms"),
        ("Order", "200 ms"),
    ]
