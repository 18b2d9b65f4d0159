"""What guards the stations and ways of a design."""

from archgen import (
    Autoscaling,
    Cache,
    Calls,
    CircuitBreaker,
    Client,
    Connection,
    Consumes,
    Database,
    Design,
    Publishes,
    Queue,
    RateLimit,
    Reads,
    Requirements,
    Service,
    Worker,
    milliseconds,
    per_second,
    seconds,
)  # fmt: skip
from archgen.model.link import link
from archgen.simulating.guarding import Policies
from archgen.simulating.measures import Breaker, Limit, Scaling
from archgen.simulating.plan import Course, Station

APP, API = Client("App", devices=100, send_rate=per_second(1)), Service("API", capacity=per_second(500))
BARE = Course("c", "C", (), ())


def guarded(connection: Connection, *others: Connection, requirements: Requirements | None = None) -> tuple[Course, list[str]]:
    design = Design("Test", [connection, *others], requirements=requirements or Requirements())
    policies = Policies(link(design), {}, {})
    return policies.of_course(connection, BARE), [*policies.left_out, *policies.assumed]


def test_a_way_has_the_limit_the_breaker_and_the_trip_of_its_connection() -> None:
    breaker = CircuitBreaker(failure_share=0.5, window=seconds(10), open_for=seconds(3))
    limit = RateLimit(per_second(5), burst=2)
    course, said = guarded(Calls(APP, API, rate_limit=limit, circuit_breaker=breaker, round_trip=milliseconds(30)))
    assert (course.limit, course.breaker, course.trip) == (Limit(5.0, 2.0), Breaker(0.5, 10.0, 3.0), 0.03)
    assert said == []


def test_what_cannot_be_simulated_is_said_with_its_reason() -> None:
    course, said = guarded(Calls(APP, API, rate_limit=RateLimit(per_second(5), per="user"), circuit_breaker=CircuitBreaker()))
    assert (course.limit, course.breaker) == (None, None)
    assert said == [
        "rate_limit of App calls API, as it counts for each user, and requests belong to nobody here",
        "circuit_breaker of App calls API, as it does not state failure_share, window, open_for",
    ]


def test_clients_are_as_far_away_as_the_requirements_say_unless_a_latency_includes_it() -> None:
    far = Requirements(round_trip=milliseconds(80))
    assert guarded(Calls(APP, API), requirements=far)[0].trip == 0.08
    assert guarded(Calls(APP, API, latency=milliseconds(200)), requirements=far)[0].trip == 0
    assert guarded(Calls(API, Service("Other")), requirements=far)[0].trip == 0


def test_what_a_cache_misses_is_limited_as_the_cache_says() -> None:
    cache, store = Cache("Cache", hit_rate=0.9, miss_limit=RateLimit(per_second(5), burst=5)), Database("Store")
    course, _ = guarded(Reads(API, store), Reads(API, cache), Calls(APP, API))
    assert course.limit == Limit(5.0, 5.0)


def test_messages_have_no_guards() -> None:
    jobs = Queue("Jobs")
    takes = Consumes(Worker("Worker"), jobs, rate_limit=RateLimit(per_second(5)))
    policies = Policies(link(Design("Test", [Publishes(APP, jobs), takes])), {}, {})
    assert policies.of_course(takes, Course("c", "C", (), (), message_of=0)).limit is None


def test_a_station_lets_in_and_scales_as_its_component_says() -> None:
    policies = Policies(link(Design("Test", [API])), {}, {})
    api = Service("API", rate_limit=RateLimit(per_second(5), burst=5), autoscaling=Autoscaling("cpu", target=70, max_replicas=9))
    station = policies.of_station(api, Station("api", "API", 4))
    assert (station.intake, station.scaling) == (Limit(5.0, 5.0), Scaling(1, 9, "busy", 0.7, 0.0))
    assert list(policies.assumed) == ["new replicas of API serve at once, as reaction_time is not stated"]
    assert policies.of_station(api, Station("api", "API")).scaling is None
    assert list(policies.left_out) == ["autoscaling of API, as nobody waits there"]
