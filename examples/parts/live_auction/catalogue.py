"""Live auction: what sellers list, and what can be read and searched beforehand."""

from archgen import (
    Calls,
    Client,
    Consumes,
    DocumentDatabase,
    Entity,
    Group,
    Reads,
    SearchIndex,
    Service,
    Worker,
    Writes,
    milliseconds,
    per_second,
    seconds,
)

from . import settling

group = Group("Catalogue", boundary="tier")

lot_pages = Entity("Lot pages", category="product", visibility="public", mutable=True, staleness=seconds(60), items=2_000_000)

seller = Client("Seller", platform="web", note="lists lots")
catalogue_service = Service("Catalogue service", replicas=5, capacity=per_second(600), group=group)
catalogue_store = DocumentDatabase(
    "Catalogue store",
    engine="MongoDB",
    replicas=3,
    max_read_rate=per_second(9_000),
    max_write_rate=per_second(2_000),
    holds=[lot_pages],
    group=group,
)
lot_search = SearchIndex(
    "Lot search", engine="OpenSearch", replicas=2, refresh_interval=seconds(5), partitioned_by="document", group=group
)
lot_indexer = Worker("Lot indexer", replicas=2, concurrency=8, task_duration=milliseconds(10), idempotent=True, group=group)

list_lot = Calls(
    seller,
    catalogue_service,
    "list a lot",
    id="list_lot",
    protocol="http",
    rate=per_second(10),
    timeout=seconds(5),
    tls=True,
    auth="session",
)
page = Reads(catalogue_service, catalogue_store, "lot", id="page", per_request=0.7, timeout=milliseconds(200))
save_lot = Writes(catalogue_service, catalogue_store, "new lot", id="save_lot", rate=per_second(10), timeout=milliseconds(500))
find = Reads(catalogue_service, lot_search, "search", id="find", per_request=0.3, timeout=milliseconds(300))
take_changes = Consumes(
    lot_indexer,
    settling.sale_events,
    "new prices",
    id="take_changes",
    commit="after_write",
    batch_size=200,
    consumer_group="indexer",
)
index = Writes(
    lot_indexer,
    lot_search,
    "price and state",
    id="index",
    batch_size=200,
    per_request=0.1,
    timeout=seconds(5),
    idempotent=True,
    operation_kind="upsert",
)

components = (seller, catalogue_service, catalogue_store, lot_search, lot_indexer)
connections = (list_lot, page, save_lot, find, take_changes, index)
data = (lot_pages,)
