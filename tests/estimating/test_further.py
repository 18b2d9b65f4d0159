"""All that follows from the load besides."""

from archgen import Calls, Client, Design, Retry, Service, kilobytes, milliseconds, per_second
from archgen.estimating.further import further
from archgen.estimating.known import Known
from archgen.estimating.load import carry
from archgen.model.link import link


def test_each_measure_rests_on_those_before_it() -> None:
    api = Service("API", task_duration=milliseconds(10))
    call = Calls(Client("App"), api, rate=per_second(100), payload=kilobytes(1), retry=Retry(2))
    load = carry(link(Design("D", [call])))
    known = Known({(call, "rate"): load.rates[call], (api, "requests"): load.arriving(api)})
    further(load, known)
    assert {measure: str(one) for (part, measure), one in known.items() if part is api} == {
        "requests": "100/s",
        "in_hand": "1",
        "received": "100 kB/s",
        "worst_requests": "at most 200/s",
    }
