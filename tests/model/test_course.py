"""Which steps are done while somebody waits for another one."""

from archgen import Calls, Client, Consumes, Database, Design, ExternalSystem, Notifies, Publishes, Reads, Service, Step, Topic
from archgen.model.course import course
from archgen.model.link import link

APP, API, STORE = Client("App"), Service("API"), Database("Store")
ASK, LOOK, SOCKET = Calls(APP, API), Reads(API, STORE), Calls(APP, API, protocol="websocket")
Told = tuple[str, str | None, bool, bool]


def told(*steps: Step) -> list[Told]:
    """Of each leg what it is along, within what, whether it is waited for, and whether it is a push."""
    architecture = link(Design("D", list(dict.fromkeys(step.along for step in steps))))
    legs = course(architecture, steps)
    return [
        (architecture.id(leg.along), architecture.id(leg.parent.along) if leg.parent else None, leg.answered, leg.back)
        for leg in legs
    ]


def test_what_a_called_part_does_is_within_the_call() -> None:
    assert told(Step(ASK), Step(LOOK), Step(LOOK, back=True), Step(ASK, back=True)) == [
        ("app-calls-api", None, True, False),
        ("api-reads-store", "app-calls-api", True, False),
    ]


def test_what_follows_an_answer_is_not_waited_for() -> None:
    assert told(Step(ASK), Step(ASK, back=True), Step(LOOK))[1] == ("api-reads-store", None, False, False)


def test_what_goes_on_behind_a_broker_is_within_nothing() -> None:
    topic, gateway = Topic("Topic"), Service("Gateway")
    put, take = Publishes(API, topic), Consumes(gateway, topic)
    assert told(Step(ASK), Step(put), Step(take))[1:] == [
        ("api-publishes-topic", "app-calls-api", True, False),
        ("gateway-consumes-topic", None, False, False),
    ]


def test_what_is_sent_off_without_waiting_is_within_nothing() -> None:
    mail, later = Notifies(API, ExternalSystem("Mail")), Calls(API, Service("Log"), mode="async")
    for sent in (mail, later, Publishes(API, Topic("Topic"), mode="async")):
        legs = told(Step(ASK), Step(sent), Step(LOOK), Step(ASK, back=True))
        assert [leg[1:3] for leg in legs] == [(None, True), (None, False), ("app-calls-api", True)]


def test_what_comes_back_along_an_open_connection_is_a_push() -> None:
    assert told(Step(SOCKET), Step(SOCKET, back=True)) == [
        ("app-calls-api", None, False, False),
        ("app-calls-api", None, False, True),
    ]
    assert told(Step(LOOK), Step(ASK, back=True))[1] == ("app-calls-api", None, False, True)


def test_an_answer_that_comes_late_is_still_one() -> None:
    other = Calls(API, Service("Other"))
    late = told(Step(ASK), Step(other), Step(LOOK), Step(other, back=True), Step(ASK, back=True))
    assert [leg for leg in late if leg[3]] == []
