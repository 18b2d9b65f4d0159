"""Stack Overflow on 9 February 2016: nine web servers, of which one would do.

- N. Craver, "Stack Overflow: The Architecture - 2016 Edition", stackoverflow.blog/2016/02/17: in a day 209,420,973 requests,
  504,816,843 queries, 5,831,683,114 hits of Redis, 1.24 TB sent, 1,609,944 s of processing.
- Discussion of it, nasu-signal.rewired.moe/item?id=11122169: it has run on one web server, more than once.
- "How Stack Overflow Handles 5.6 B Monthly Visits with Only 25 Servers", besthub.dev: 2,600 to 3,000 requests a second at
  the peak.
"""

from archgen import Cache, Client, Database, Design, Reads, Requirements, Service, Size, between, milliseconds, per_day
from tests.estimating.real.public import Public

REQUESTS, QUERIES, HITS = 209_420_973, 504_816_843, 5_831_683_114
readers = Client("Readers", platform="web")
web = Service("Web", replicas=9, task_duration=milliseconds(1_609_944_301 / REQUESTS))
database = Database("Database", engine="SQL Server")
redis = Cache("Redis", engine="Redis")
pages = Reads(readers, web, rate=per_day(REQUESTS), payload=Size(1_240_266_346_053 // REQUESTS))
queries, hits = Reads(web, database, rate=per_day(QUERIES)), Reads(web, redis, rate=per_day(HITS))

design = Design("Stack Overflow", [pages, queries, hits], requirements=Requirements(peak_factor=between(1.1, 1.5)))
figures = [
    Public("web", "requests", 2_424, "209 million requests a day", within=1.01),
    Public("web", "peak_requests", 2_800, "2,600 to 3,000 a second at the peak"),
    Public("web", "in_hand", 18.6, "447 hours of work a day keep 19 processors busy, fewer than one server has", within=1.01),
    Public("web", "sent", 1.24e12 / 86_400, "1.24 TB a day", within=1.01),
    Public("redis", "usual_utilisation", 0.67, "one Redis is two thirds full with 5.8 billion a day", within=1.05),
    Public("database", "requests", 5_843, "505 million queries a day", within=1.01),
]
