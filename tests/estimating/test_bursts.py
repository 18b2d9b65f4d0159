"""How long peaks last."""

from archgen import Calls, Client, Design, Publishes, Queue, Service, minutes, per_second
from archgen.estimating.bursts import bursts, longest_into
from archgen.estimating.load import carry
from archgen.estimating.peaks import carry_peaks
from archgen.model.link import link

APP, API, JOBS = Client("App"), Service("API"), Queue("Jobs")


def test_a_connection_peaks_as_long_as_the_longest_that_sets_it_off() -> None:
    calls = [Calls(APP, API, id=f"c{n}", rate=per_second(1), peak_rate=per_second(9), burst=minutes(n)) for n in (2, 5)]
    hand = Publishes(API, JOBS)
    load = carry(link(Design("D", [*calls, hand])))
    peaks = carry_peaks(load)
    assert peaks is not None
    lasting = bursts(load, peaks)
    assert lasting[hand] == minutes(5)
    assert longest_into(load.architecture, JOBS, lasting) == minutes(5)
    assert longest_into(load.architecture, APP, lasting) is None
