"""Who is refused when there is too much."""

from archgen import (
    ApiGateway,
    Calls,
    Client,
    Connection,
    Design,
    LoadBalancer,
    RateLimit,
    RateLimiter,
    Service,
    Worker,
    per_second,
)
from archgen.model.link import link
from archgen.model.refusing import refusing

APP, FULL, LIMIT = Client("App"), Service("API", overflow_status=429), RateLimit(per_second(5))


def said(*parts: Connection) -> list[tuple[str, str]]:
    architecture = link(Design("System", [*parts]))
    return [(architecture.id(call), architecture.id(one.part)) for call, one in refusing(architecture).items()]


def test_a_service_that_says_with_which_status_refuses_whoever_calls_it() -> None:
    assert said(Calls(APP, FULL), Calls(Worker("Worker"), FULL), Calls(APP, Service("Other"))) == [
        ("app-calls-api", "api"),
        ("worker-calls-api", "api"),
    ]


def test_what_passes_calls_on_refuses_for_what_stands_behind() -> None:
    gateway, balancer, limiter = ApiGateway("Gateway"), LoadBalancer("Balancer"), RateLimiter("Limiter")
    chain = [Calls(APP, gateway), Calls(gateway, limiter), Calls(limiter, balancer), Calls(balancer, FULL)]
    assert [part for _, part in said(*chain)] == ["api"] * 4


def test_a_service_before_it_answers_for_itself() -> None:
    front = Service("Front")
    assert said(Calls(APP, front), Calls(front, FULL)) == [("front-calls-api", "api")]


def test_a_limit_refuses_where_it_is_stated() -> None:
    limited = Service("Limited", rate_limit=LIMIT)
    assert said(Calls(APP, limited)) == [("app-calls-limited", "limited")]
    assert said(Calls(APP, Service("Free"), rate_limit=LIMIT)) == [("app-calls-free", "app-calls-free")]


def test_who_limits_its_own_calls_is_not_refused_by_that() -> None:
    assert said(Calls(Worker("Worker"), Service("Free"), rate_limit=LIMIT)) == []


def test_who_only_looks_how_far_it_is_comes_again_anyway() -> None:
    assert said(Calls(APP, FULL, purpose="status"), Calls(APP, FULL, protocol="poll")) == []
