"""Servers that no update comes to are those that nothing but clients is connected with."""

import pytest

from archgen import Calls, Client, Consumes, Database, Design, Service, SignalingServer, Topic, Writes
from archgen.model.link import link
from archgen.model.spec import Spec
from archgen.model.unheard import unheard


@pytest.mark.parametrize(
    ("server", "bidirectional", "found", "certain"),
    [
        (Service("Updates"), False, True, True),
        (Service("Updates"), None, True, False),
        (Service("Updates"), True, False, None),
        (SignalingServer("Updates"), False, False, None),
    ],
)
def test_a_server_that_is_apart_hears_nothing(
    server: Service, bidirectional: bool | None, found: bool, certain: bool | None
) -> None:
    listen = Calls(Client("App"), server, protocol="websocket", bidirectional=bidirectional)
    heard = unheard(link(Spec(Design("News", [listen, Writes(Service("Editors"), Database("Articles"))]))))
    assert (server in heard) is found
    assert not found or heard[server].certain is certain


def test_a_server_that_takes_from_a_topic_hears_of_news() -> None:
    server = Service("Updates")
    parts = [Calls(Client("App"), server, protocol="sse"), Consumes(server, Topic("News"))]
    assert not unheard(link(Spec(Design("News", [*parts, Writes(Service("Editors"), Database("Articles"))]))))
