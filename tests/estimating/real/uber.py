"""Uber: every car tells where it is every four seconds.

- "System design: location tracking", techinterview.org: five million drivers at busy hours, every four seconds.
- "How Uber Finds Nearby Drivers At 1 Million Requests Per Second", newsletter.systemdesign.one, by pointer.io/tags/scale: a
  million requests a second.
"""

from archgen import Calls, Client, Design, KeyValueStore, Service, Size, Writes, between, seconds
from tests.estimating.real.public import Public

cars = Client("Cars", platform="mobile", devices=between(1_000_000, 5_000_000))
dispatch = Service("Dispatch")
places = KeyValueStore("Places", engine="Redis")
tell = Calls(cars, dispatch, period=seconds(4), payload=Size(100))
keep = Writes(dispatch, places)

design = Design("Uber", [tell, keep])
figures = [
    Public("places", "writes", 1_000_000, "a million updates of places a second"),
]
