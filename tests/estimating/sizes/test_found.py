"""Measures beside the load."""

from archgen.estimating.sizes.found import derived


def test_what_is_made_of_a_lower_bound_is_one() -> None:
    from dataclasses import replace

    part = derived("part", 1, "", "stated")
    assert derived("whole", 2, "", "1 + 1", [part]).partial is False
    assert derived("whole", 2, "", "1 + 1", [replace(part, partial=True)]).partial is True
