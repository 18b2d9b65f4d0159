"""Polls would do where what comes may be late, and nothing else asks for a connection."""

from datetime import timedelta
from typing import Any

import pytest

from archgen import Calls, Client, Design, Requirements, Service, per_second, seconds
from archgen.model.link import link
from archgen.model.relaxed import is_streamed, polls_would_do
from archgen.model.spec import Spec


@pytest.mark.parametrize(
    ("needs", "said", "limit"),
    [
        ({"latency_budget": seconds(10)}, {}, seconds(10)),
        ({"latency_budget": seconds(1)}, {}, None),
        ({}, {}, None),
        ({"latency_budget": seconds(10), "collaborative": True}, {}, None),
        ({"latency_budget": seconds(10)}, {"payload_kind": "token_stream"}, None),
        ({"latency_budget": seconds(10)}, {"send_rate": per_second(5)}, None),
        ({"freshness": seconds(5)}, {"purpose": "progress"}, seconds(5)),
        ({"freshness": seconds(5)}, {}, None),
    ],
)
def test_polls_would_do_for_what_may_be_late(needs: dict[str, Any], said: dict[str, Any], limit: timedelta | None) -> None:
    call = Calls(Client("App"), Service("API"), protocol="sse", **said)
    found = polls_would_do(link(Spec(Design("News", [call], requirements=Requirements(**needs)))), call)
    assert (found[0] if found else None) == limit


def test_sound_and_answers_in_the_making_are_streamed() -> None:
    assert is_streamed(Calls(Client("App"), Service("API"), payload_kind="audio"))
    assert not is_streamed(Calls(Client("App"), Service("API"), payload_kind="json"))
