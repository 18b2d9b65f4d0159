"""What the rules on large files find fault with, and what they accept, can both be said, and differ in what is at stake."""

from itertools import pairwise
from typing import Literal

from archgen import (
    Calls,
    Cdn,
    Client,
    Consumes,
    Database,
    Deduplication,
    Design,
    Downloads,
    Entity,
    File,
    Multipart,
    ObjectStore,
    PresignedUpload,
    PresignedUrl,
    Publishes,
    Queue,
    Quota,
    RateLimit,
    Reads,
    Requirements,
    Resumption,
    Service,
    State,
    StateMachine,
    Transition,
    Uploads,
    Worker,
    Writes,
    days,
    gigabytes,
    hours,
    megabytes,
    milliseconds,
    minutes,
    per_hour,
)
from tests.catalogue.retold import retold


def test_for_how_long_an_upload_can_go_on_after_a_break_can_be_said() -> None:
    """LB025: three days are promised, and the parts are removed after one."""

    def resumed(promised: int, kept: int) -> tuple[Resumption, ObjectStore]:
        store, state = ObjectStore("Files", aborts_incomplete_after=hours(kept)), Database("Uploads under way")
        resume = Resumption(by="upload_id", state_kept_in=state, state_ttl=hours(kept), window=hours(promised))
        api = Service("API")
        upload = Uploads(Client("Phone"), store, "parts", method="multipart", resume=resume)
        retold(Design("Drive", [Calls(upload.source, api, "which parts are missing?"), Reads(api, state), upload]))
        return resume, store

    (bad, removing), (good, keeping) = resumed(72, 24), resumed(24, 48)
    assert (bad.window, bad.state_ttl, removing.aborts_incomplete_after) == (days(3), days(1), days(1))
    assert (good.window, good.state_ttl, keeping.aborts_incomplete_after) == (days(1), days(2), days(2))


def test_that_parts_of_broken_uploads_stay_is_told_from_nothing_said_of_it() -> None:
    """LB026: parts that nobody removes are paid for every month."""
    stores = [ObjectStore("Files", aborts_incomplete_after=stays) for stays in (False, None)]
    for store in stores:
        retold(Design("Drive", [Uploads(Client("Phone"), store, method="multipart")]))
    assert [store.aborts_incomplete_after for store in stores] == [False, None]


def test_a_failure_that_asks_for_the_file_again_is_told_from_one_that_does_not() -> None:
    """LB030: a video that could not be converted has to be sent anew, or is converted anew."""
    names = ["pending", "uploading", "processing", "available"]

    def uploaded(failed: str, retried: str) -> StateMachine:
        states = [*(State(name, terminal=name == "available") for name in names), State(failed, failure=True)]
        forth = [Transition(source, target) for source, target in pairwise(names)]
        broken = [Transition("processing", failed, by="worker"), Transition(failed, retried, attempts=3)]
        machine = StateMachine("Upload", states, [*forth, *broken], of=File("Video", content="video"))
        retold(Design("Videos", [Uploads(Client("Phone"), ObjectStore("Raw"))], behaviours=[machine]))
        return machine

    bad, good = uploaded("failed", "uploading"), uploaded("processing_failed", "processing")
    assert [machine.transitions[-1].target for machine in (bad, good)] == ["uploading", "processing"]


def test_links_made_before_an_upload_are_told_from_those_made_on_the_way() -> None:
    """LB033: fifty links for fifteen minutes, and an upload of two hours."""

    def sent(renewed: bool) -> PresignedUrl:
        phone, store = Client("Phone", uplink=megabytes(0.625)), ObjectStore("Files")
        grant = PresignedUrl(ttl=minutes(15), method="part", grants=50, up_front=True, renewed=renewed)
        parts = Multipart(part_size=megabytes(100), parts=50, parallelism=4, initiated_by="server")
        retold(Design("Drive", [PresignedUpload(phone, Service("API"), store, grant=grant, multipart=parts)]))
        return grant

    assert (sent(renewed=False).renewed, sent(renewed=True).renewed) == (False, True)


def test_what_a_limit_counts_can_be_said() -> None:
    """LB047: ten links an hour stop a file of fifty parts; ten uploads an hour do not."""

    def limited(unit: str, up_front: bool) -> tuple[RateLimit, PresignedUrl]:
        limit, grant = (
            RateLimit(per_hour(10), per="user", counted="together", unit=unit),
            PresignedUrl(grants=50, up_front=up_front),
        )
        plans = [Quota(plan="pro", limit=gigabytes(100), max_item=gigabytes(5))]
        quota = Quota(
            plan="free", limit=gigabytes(2), max_item=megabytes(100), per="user", checked=True, reserved=True, plans=plans
        )
        service = Service("API", replicas=10, rate_limit=limit, quota=quota)
        retold(Design("Drive", [PresignedUpload(Client("Phone"), service, ObjectStore("Files"), grant=grant)]))
        return limit, grant

    (bad, one_by_one), (good, at_once) = limited("grants", up_front=False), limited("uploads", up_front=True)
    assert (bad.unit, one_by_one.up_front) == ("grants", False)
    assert (good.unit, at_once.up_front) == ("uploads", True)


def test_a_file_that_is_reached_before_it_was_scanned_is_told_from_one_that_is_not() -> None:
    """LB050: the edge reads the bucket that uploads go to, or the one that clean files are moved to."""
    file = File("Attachment", shared=True, scanned="before_release", type_checked=True)
    raw, clean = ObjectStore("Quarantine", role="quarantine", holds=[file]), ObjectStore("Clean", role="public", holds=[file])
    events, scanner, edge = Queue("Uploaded"), Worker("Scanner", task="scan", sandboxed=True), Cdn("CDN")
    scan = [Publishes(raw, events), Consumes(scanner, events), Downloads(scanner, raw), Uploads(scanner, clean, "what is clean")]
    first = Uploads(Client("Phone"), raw, data=[file])

    bad = retold(Design("Chat", [first, Publishes(raw, events), Consumes(scanner, events), Downloads(edge, raw)]))
    good = retold(Design("Chat", [first, *scan, Downloads(edge, clean)]))
    read = [[one.target for one in each.out_of(edge, Downloads)] for each in (bad, good)]
    assert read == [[raw], [clean]]


def test_a_signature_that_makes_each_request_another_one_is_told_from_a_cookie() -> None:
    """LB062: links of the storage behind an edge that tells copies apart by the whole address."""
    photo = File("Photo", visibility="private")

    def served(access: Literal["signed_url", "signed_cookie"], *key: str) -> Cdn:
        edge, store = Cdn("CDN", access=access, cache_key=key, holds=[photo]), ObjectStore("Photos", access="private")
        link = PresignedUrl(method="get", ttl=minutes(15), authorized=True) if access == "signed_url" else None
        parts = [Downloads(Client("Browser"), edge, data=[photo], grant=link), Downloads(edge, store, "on a miss")]
        retold(Design("Photos", parts, requirements=Requirements(latency_p99=milliseconds(200))))
        return edge

    bad, good = served("signed_url", "path", "signature"), served("signed_cookie", "path")
    assert (bad.access, bad.cache_key) == ("signed_url", ("path", "signature"))
    assert (good.access, good.cache_key) == ("signed_cookie", ("path",))


def test_a_worker_that_wakes_itself_is_told_from_one_that_does_not() -> None:
    """LB075: thumbnails in the bucket whose new objects make thumbnails."""

    def resized(filtered: str | None, *, apart: bool) -> ObjectStore:
        raw = ObjectStore("Uploads", sends_events=True, event_filter=filtered)
        small = ObjectStore("Thumbnails", role="processed") if apart else raw
        events, worker = (
            Queue("Uploaded", dead_letter=Queue("Broken files")),
            Worker("Thumbnails maker", task="resize", idempotent=True),
        )
        architecture = retold(Design("Photos", [Publishes(raw, events), Consumes(worker, events), Uploads(worker, small)]))
        assert [one.target for one in architecture.out_of(worker, Uploads)] == [small]
        return raw

    assert [resized(None, apart=False).event_filter, resized("raw/", apart=True).event_filter] == [None, "raw/"]


def test_a_hash_that_is_believed_is_told_from_one_that_is_checked() -> None:
    """LB086: a client that knows the hash of a file gets the file."""

    def stored(verified: bool) -> Deduplication:
        once = Deduplication(
            unit="chunk",
            chunking="content_defined",
            chunk_size=megabytes(4),
            min_chunk_size=megabytes(1),
            max_chunk_size=megabytes(16),
            scope="tenant",
            hash="sha256",
            hashed_by="client",
            verified=verified,
            content_addressed=True,
            counts_references=True,
        )
        file, known = File("Document", deduplication=once), Entity("Chunk", key="sha256")
        client, index, chunks = (
            Client("Desktop"),
            Service("Metadata"),
            ObjectStore("Chunks", immutable_objects=True, holds=[file]),
        )
        asked = [Calls(client, index, "which of these are new?", data=[known]), Writes(index, Database("Files", holds=[known]))]
        retold(Design("Drive", [*asked, Uploads(client, chunks, "new chunks", deduplication=once, data=[file])]))
        return once

    assert (stored(verified=False).verified, stored(verified=True).verified) == (False, True)
