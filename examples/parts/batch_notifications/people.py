"""Batch notifications: the people that tenants write to."""

from archgen import Service, WideColumnDatabase, Writes, per_second, seconds

audience = WideColumnDatabase(
    "Audience store",
    engine="Cassandra",
    note="people, their addresses and devices, by tenant",
    replicas=3,
    max_read_rate=per_second(10_000),
    max_write_rate=per_second(12_000),
    owner="audiences",
)
importer = Service("Audience import", replicas=4, note="from the tenants' own systems", owner="audiences")

bring_in = Writes(
    importer,
    audience,
    "people who came, changed or went",
    id="bring_in",
    rate=per_second(300),
    timeout=seconds(1),
    operation_kind="upsert",
    idempotent=True,
)

components = (audience, importer)
connections = (bring_in,)
