"""GitHub in 2023: MySQL, on many machines.

- "Upgrading GitHub.com to MySQL 8.0" (December 2023), github.blog, as told at
  infoq.com/news/2024/02/github-mysql-upgrade-v8: more than 1,200 hosts in more than 50 clusters, over 300 TB, 5.5 million
  queries a second.
"""

from archgen import Calls, Client, Database, Design, Reads, Service, Sharding, gigabytes, per_second, terabytes
from tests.estimating.real.public import Public

people, app = Client("People"), Service("App")
database = Database("Database", engine="MySQL", stored=terabytes(300), sharding=Sharding(1_200), disk_size=gigabytes(1_000))
asks, queries = Calls(people, app), Reads(app, database, rate=per_second(5_500_000))

design = Design("GitHub", [asks, queries])
figures = [
    Public("database", "per_shard", 4_600, "4,600 queries a second on a host"),
    Public("database", "usual_utilisation", 0.46, "less than half of what one usually serves"),
    Public("database", "disk_used", 0.25, "a quarter of a terabyte on each"),
]
