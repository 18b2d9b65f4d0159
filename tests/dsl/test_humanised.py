"""The names that ids become."""

import pytest

from archgen.dsl.humanised import humanised


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("edge_lb", "Edge LB"),
        ("message-store", "Message store"),
        ("dns", "DNS"),
        ("iOS_app", "IOS app"),
        ("_", "_"),
        ("", "Unnamed"),
    ],
)
def test_an_id_becomes_a_name(id: str, name: str) -> None:
    assert humanised(id) == name
