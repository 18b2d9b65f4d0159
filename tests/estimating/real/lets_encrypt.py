"""Let's Encrypt in 2022 and 2025: certificates that are made once and asked about again and again.

- Let's Encrypt on caching of OCSP (December 2022), letsencrypt.org/2022/12/15/ocspcaching: 100,000 questions a second,
  of which a network of copies answers 98 to 99 %; 6 % of them were what could be answered without it.
- "Scaling the rate limits" (2025), letsencrypt.org: 340,000 certificates an hour, for 550 million websites.
- "Preparing to issue 200 million certificates in 24 hours" (2021), letsencrypt.org/2021/02/10: nearly two million on a
  normal day.
"""

from archgen import (
    Calls,
    Cdn,
    Client,
    Database,
    Design,
    Service,
    Size,
    Table,
    Writes,
    between,
    days,
    per_hour,
    per_second,
)
from tests.estimating.real.public import Public

browsers, servers = Client("Browsers"), Client("Servers")
copies = Cdn("Copies", hit_rate=between(0.98, 0.99))
responder = Service("Responder", replicas=1, capacity=per_second(6_000))
authority = Service("Authority")
# One for each: what is stored are certificates, so that bytes count them.
certificate = Table("Certificate", item_size=Size(1))
store = Database("Store", engine="MariaDB", holds=[certificate], retention=between(days(60), days(90)))
asks, misses = Calls(browsers, copies, rate=per_second(100_000)), Calls(copies, responder)
orders, keeps = Calls(servers, authority, rate=per_hour(340_000)), Writes(authority, store)

design = Design("Let's Encrypt", [asks, misses, orders, keeps])
figures = [
    Public("responder", "requests", 1_500, "1 to 2 % of 100,000 a second"),
    Public("responder", "utilisation", 0.25, "a fourth of what it can answer by itself"),
    Public("store", "storage_growth", 8_160_000, "340,000 an hour are over eight million a day"),
    Public("store", "storage", 550_000_000, "one for each of 550 million websites, renewed after 60 to 90 days"),
]
