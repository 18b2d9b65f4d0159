"""Policies of another kind, and what is no policy."""

from archgen import (
    Batching,
    Cache,
    Calls,
    CircuitBreaker,
    Client,
    Database,
    IdempotencyKey,
    Lock,
    Quota,
    RateLimit,
    Retry,
    Service,
    Sharding,
    Worker,
    Writes,
    per_second,
    seconds,
)

app = Client("App", devices=1_000)
service = Service("Service", replicas=2)
store = Database("Store")

Calls(app, service, retry=Retry(attempts=3), circuit_breaker=False, idempotency=None)
Calls(app, service, retry=Lock("row"))  # wrong: a policy of another kind
Calls(app, service, retry=True)  # wrong: yes, where a policy or no is meant
Calls(app, service, retry=3)  # wrong: a number for a policy
Calls(app, service, retry=Retry)  # wrong: the word itself for a policy
Calls(app, service, rate_limit=per_second(5))  # wrong: a rate for a policy
Calls(app, service, circuit_breaker=Retry(3))  # wrong: a policy of another kind
Writes(service, store, lock=Lock("row", timeout=seconds(1)), batching=Batching(max_size=10))
Writes(service, store, lock="row")  # wrong: a text for a policy
Worker("Mailer", rate_limit=RateLimit(per_second(5), per="user"), idempotency=IdempotencyKey())
Worker("Mailer", rate_limit=Quota())  # wrong: a policy of another kind
Cache("Sessions", sharding=Sharding(4, key="user_id"), invalidation=False)
Cache("Sessions", sharding=True)  # wrong: yes, where a policy or no is meant
Calls(app, service, circuit_breaker=CircuitBreaker(open_for=seconds(30)))
