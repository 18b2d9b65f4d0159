"""What brokers hand out, and connections of a database."""

from archgen import Client, Consumes, Database, Publishes, Service, Topic, per_second
from tests.estimating.numbers import numbers, shown


def test_every_copy_that_is_handed_out_counts() -> None:
    news, chat = Topic("News", max_deliver_rate=per_second(1_000), max_publish_rate=per_second(400)), Service("Chat", replicas=5)
    app = Client("App", devices=100, send_rate=per_second(1))
    found = numbers(Publishes(app, news), Consumes(chat, news))
    assert shown(found, "news", "deliveries_used") == ("0.5", "500/s handed out / 1,000/s")
    assert shown(found, "news", "utilisation") == ("0.25", "100/s messages / 400/s")


def test_connections_of_the_busiest_hour_are_a_share_of_those_that_there_can_be() -> None:
    store = Database("Store", max_connections=500, peak_connections=400)
    assert shown(numbers(store), "store", "connections_used") == ("0.8", "400 in the busiest hour / 500")
