"""Twitter in 2012: what is written once is written into a list of each follower, so that reading it is cheap.

- R. Krikorian, "Timelines at Scale" (QCon 2012), as told at
  arkadiuszchmura.com/posts/how-twitter-handled-personalized-timelines and dougie.space/blog/timelines-at-scale: 4,600 tweets
  a second on average, 12,000 at peak, 300,000 reads of timelines a second; all timelines are in the memory of a cluster of
  Redis.
- "How Twitter Scaled Timelines", besthub.dev: 150 million users.
- M. Kleppmann, Designing Data-Intensive Applications (2017), chapter 1: 75 followers on average, so 345,000 writes a second.
"""

from archgen import (
    Cache,
    Calls,
    Client,
    Consumes,
    Design,
    Publishes,
    Queue,
    Reads,
    Requirements,
    Service,
    Worker,
    Writes,
    per_second,
)
from tests.estimating.real.public import Public

people = Client("People")
api = Service("API")
tweets = Queue("Tweets")
fan_out = Worker("Fan-out")
timelines = Cache("Timelines", engine="Redis", nodes=10)
tweet = Calls(people, api, rate=per_second(4_600))
read = Reads(people, timelines, rate=per_second(300_000))
spread = Publishes(api, tweets)
take = Consumes(fan_out, tweets)
insert = Writes(fan_out, timelines, per_request=75)

design = Design("Twitter", [tweet, read, spread, take, insert], requirements=Requirements(peak_factor=12 / 4.6))
figures = [
    Public("timelines", "writes", 345_000, "345,000 writes of timelines a second", within=1.01),
    Public("api", "peak_requests", 12_000, "12,000 tweets a second at peak", within=1.01),
    Public("timelines", "requests", 645_000, "reads and writes together: over half a million a second"),
]
