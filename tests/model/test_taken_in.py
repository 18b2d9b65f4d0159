"""What takes in a call, and what it puts on queues for it."""

from archgen import Calls, Client, Design, LoadBalancer, Outbox, Publishes, Queue, Service, Topic
from archgen.model.link import link
from archgen.model.taken_in import queued_by, taken_in_by

APP, DOOR, RELAY = Client("App"), LoadBalancer("Door"), Service("Relay")
API = Service("API", outbox=Outbox(RELAY))
JOBS, NEWS = Queue("Jobs"), Topic("News")


def test_a_call_is_taken_in_behind_what_passes_it_on() -> None:
    order = Calls(APP, DOOR, protocol="http")
    assert taken_in_by(link(Design("Orders", [order, Calls(DOOR, API)])), order) == [API]


def test_a_call_to_a_service_is_taken_in_there() -> None:
    order = Calls(APP, API)
    assert taken_in_by(link(Design("Orders", [order, Calls(API, Service("Prices"))])), order) == [API]


def test_a_service_queues_what_it_publishes_itself() -> None:
    own, news = Publishes(API, JOBS), Publishes(API, NEWS)
    assert list(queued_by(link(Design("Orders", [own, news])), API)) == [own]


def test_a_service_queues_what_the_relay_of_its_outbox_sends() -> None:
    sent = Publishes(RELAY, JOBS)
    assert list(queued_by(link(Design("Orders", [sent, Calls(APP, API)])), API)) == [sent]
