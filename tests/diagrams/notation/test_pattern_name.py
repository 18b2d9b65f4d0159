"""What patterns are called in figures."""

import pytest

from archgen.diagrams.notation.pattern_name import pattern_name


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("at-most-once-delivery", "At most once delivery"),
        ("l7-load-balancer", "L7 load balancer"),
        ("sse-plus-http-post", "SSE plus HTTP post"),
        ("rabbitmq-routing", "RabbitMQ routing"),
        ("stun", "STUN"),
        ("CDN", "CDN"),
        ("saga, orchestrated", "saga, orchestrated"),
        ("", ""),
    ],
)
def test_an_id_is_told_as_a_name_and_all_else_stays(id: str, name: str) -> None:
    assert pattern_name(id) == name
