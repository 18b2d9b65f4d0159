"""Ad counting: what advertisers see."""

from archgen import Cache, CacheAside, Client, Reads, Service, milliseconds, per_second, seconds

from . import stores

advertiser = Client("Advertiser", platform="web", devices=20_000)
report_api = Service("Report API", replicas=18, capacity=per_second(400), task_duration=milliseconds(80))
report_cache = Cache("Report cache", engine="Redis", ttl=seconds(60), nodes=2, hit_rate=0.8, eviction="allkeys_lru")

ask = Reads(advertiser, report_api, "report", id="ask")
trend = Reads(report_api, stores.campaign_minutes, "campaign by minute", id="trend", per_request=0.5, timeout=milliseconds(500))
ranking = Reads(report_api, stores.top_ads, "ranking", id="ranking", per_request=0.2, timeout=milliseconds(100))

cached_counts = CacheAside(report_api, report_cache, stores.minute_counts, timeout=milliseconds(50), read_only=True)

components = (advertiser, report_api, report_cache)
connections = (ask, trend, ranking)
patterns = (cached_counts,)
