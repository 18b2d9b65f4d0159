"""What open connections carry to clients."""

from archgen import Calls, Client, Pushes, Service, per_second
from tests.estimating.numbers import numbers, shown

APP, CHAT = Client("App", devices=2_000), Service("Chat")


def test_each_client_gets_its_updates() -> None:
    found = numbers(Calls(APP, CHAT, protocol="sse", update_rate=per_second(0.5)))
    assert shown(found, "app-calls-chat", "updates") == ("1,000/s", "2,000 clients × 0.5/s each")


def test_so_it_does_where_it_is_pushed() -> None:
    found = numbers(Pushes(CHAT, APP, update_rate=per_second(2)))
    assert shown(found, "chat-pushes_to-app", "updates") == ("4,000/s", "2,000 clients × 2/s each")
