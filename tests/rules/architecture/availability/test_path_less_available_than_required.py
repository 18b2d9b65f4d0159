from archgen import Calls, Client, Design, Requirements, Service, Step, Walkthrough
from tests.rules.checked import checked, finding


def chain(required: float, *shares: float | None) -> Design:
    ends = [Service(f"Hop {index}", availability=share) for index, share in enumerate(shares, 1)]
    calls = [Calls(one, other) for one, other in zip([Client("App"), *ends], ends, strict=False)]
    return Design("Chain", calls, requirements=Requirements(availability=required))


def test_shares_multiply_along_the_path_and_the_weakest_is_the_subject() -> None:
    found = finding(chain(0.999, 0.9999, 0.995, None, 0.999), "AR002")
    assert found.subjects == ("hop_2", "hop_1", "hop_4")
    assert found.message == (
        "Hop 1, Hop 2 and Hop 4 are there together 99.99 % × 99.5 % × 99.9 % = 99.391 % of the time and away 4.39 h a month, "
        "where 99.9 % of Chain allow 43.2 min a month"
    )


def test_what_is_required_to_the_last_digit_is_enough() -> None:
    assert "AR002" not in [one.code for one in checked(chain(0.998001, 0.999, 0.999))]
    assert "AR002" in [one.code for one in checked(chain(0.9981, 0.999, 0.999))]


def test_what_is_never_there_is_told_too() -> None:
    assert "0 %" in finding(chain(0.9, 0.0), "AR002").message


def test_a_walkthrough_that_the_chain_holds_already_is_not_told_twice() -> None:
    design = chain(0.999, 0.995, 0.999)
    steps = [Step(part) for part in design.parts if isinstance(part, Calls)]
    same = Design("Chain", design.parts, requirements=design.requirements, walkthroughs=[Walkthrough("All", steps)])
    assert finding(same, "AR002").subjects == ("hop_1", "hop_2")
