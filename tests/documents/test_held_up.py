from archgen import (
    Calls,
    Client,
    Consumes,
    Design,
    ExternalSystem,
    Notifies,
    Publishes,
    Queue,
    Service,
    Step,
    Walkthrough,
    Worker,
)
from archgen.documents.held_up import held_up, is_work
from archgen.model.link import link

APP, API, JOBS, MAIL = Client("App"), Service("API"), Queue("Jobs"), ExternalSystem("Mail")
CAREFUL, CARELESS = Worker("Careful", pauses_on_failure=True), Worker("Careless")
CALL, HAND = Calls(APP, API), Publishes(API, JOBS)
TAKE, TELL = Consumes(CAREFUL, JOBS), Notifies(CAREFUL, MAIL)
ORDER, SEND = Walkthrough("Order", [Step(CALL), Step(HAND)]), Walkthrough("Send", [Step(HAND), Step(TAKE), Step(TELL)])
DESIGN = link(Design("D", [CALL, HAND, TAKE, TELL, Notifies(CARELESS, MAIL)], walkthroughs=[ORDER, SEND]))


def test_what_somebody_waits_for_stops_and_all_else_gets_stuck() -> None:
    assert list(held_up(DESIGN, API)) == ['"Order" stops', '"Send" gets stuck']
    assert list(held_up(DESIGN, CAREFUL)) == ['"Send" gets stuck']


def test_to_tell_somebody_is_work_for_those_who_stop_while_nobody_can_be_told() -> None:
    first, second = DESIGN.connections(Notifies)
    assert (is_work(DESIGN, first), is_work(DESIGN, second)) == (True, False)
    assert list(held_up(DESIGN, MAIL)) == ['"Send" gets stuck']
