"""Numbers of another unit, and numbers without one."""

from datetime import timedelta

from archgen import (
    Cache,
    Calls,
    Client,
    Requirements,
    Service,
    about,
    between,
    gigabytes,
    kilobytes,
    milliseconds,
    minutes,
    per_minute,
    per_second,
    seconds,
)

app = Client("App", devices=1_000)
service = Service("Service", replicas=2)

Calls(app, service, timeout=seconds(1), rate=per_minute(30), payload=kilobytes(4), per_request=0.5)
Calls(app, service, timeout=timedelta(seconds=1), latency=2 * milliseconds(20))
Calls(app, service, timeout=kilobytes(1))  # wrong: a size for a duration
Calls(app, service, timeout=per_second(1))  # wrong: a rate for a duration
Calls(app, service, rate=seconds(1))  # wrong: a duration for a rate
Calls(app, service, rate=kilobytes(1))  # wrong: a size for a rate
Calls(app, service, payload=per_second(1))  # wrong: a rate for a size
Calls(app, service, payload=minutes(1))  # wrong: a duration for a size
Calls(app, service, timeout=5)  # wrong: a plain number for a duration
Calls(app, service, rate=5)  # wrong: a plain number for a rate
Calls(app, service, payload=5)  # wrong: a plain number for a size
Calls(app, service, timeout="5s")  # wrong: a text for a duration
Calls(app, service, rate="5/s")  # wrong: a text for a rate
Calls(app, service, payload="5 kB")  # wrong: a text for a size
Calls(app, service, per_request=per_second(5))  # wrong: a rate for a factor
Cache("Sessions", ttl=minutes(10), memory=gigabytes(4), nodes=3, hit_rate=0.9, hot_set=gigabytes(0.5))
Cache("Sessions", ttl=kilobytes(10))  # wrong: a size for a duration
Cache("Sessions", nodes="3")  # wrong: a text for a count
Cache("Sessions", nodes=2.5)  # wrong: a fraction for a count
Cache("Sessions", nodes=gigabytes(4))  # wrong: a size for a count
Cache("Sessions", hit_rate="90%")  # wrong: a text for a share
Cache("Sessions", hit_rate=per_second(5))  # wrong: a rate for a share
Service("Search", replicas=kilobytes(4))  # wrong: a size for a count
Service("Search", replicas=per_second(4))  # wrong: a rate for a count
Requirements(peak_factor=3, availability=0.999, write_rate=per_second(5 * 4_000))
Requirements(peak_factor=per_second(3))  # wrong: a rate for a factor
Client("App", devices=about(20_000), send_rate=between(per_second(1), per_second(5)))
Client("App", devices=about(per_second(5)))  # wrong: a rate for a count
Client("App", send_rate=about(20_000))  # wrong: a count for a rate
Client("App", send_rate=between(per_second(1), seconds(5)))  # wrong: ends of two units
kilobytes(0.5 * 3)
kilobytes("4")  # wrong: a unit of a text
per_second("4k")  # wrong: a unit of a text
seconds(kilobytes(4))  # wrong: a unit of a unit
