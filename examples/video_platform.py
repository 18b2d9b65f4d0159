"""What happens to a video from the creator's upload to the first viewer: minutes of work that nobody has to wait at.

The figures behind it: two videos a second arrive in the busiest hour, 600 MB and eight minutes each on average, 2 GB at the
most. Each is announced and then sent, which makes four writes a second. A quarter comes from paying creators. Three
renditions a video take a minute each on a quarter of a graphics card. A creator's page asks every five seconds, and 2,000 are
open. Viewers fetch 20,000 pieces a second. After a football match 4,000 videos come within ten minutes, three and a half
times the mean: at its full size the free pool does 13 of 15 renditions a second, and the last one waits for two minutes more.
"""

from parts.video_platform import arrival, behaviours, intake, notices, work

from archgen import (
    Alternative,
    Calls,
    Cdn,
    Client,
    Decision,
    Design,
    Downloads,
    Monitoring,
    Multipart,
    PresignedUpload,
    PresignedUrl,
    Requirements,
    Retry,
    Step,
    Walkthrough,
    days,
    gigabytes,
    hours,
    megabytes,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

creator = Client("Creator", platform="web", devices=2_000, network="flaky", uplink=megabytes(2.5))
cdn = Cdn("CDN", ttl=days(30), hit_rate=0.97, versioned_urls=True, ranges=True, access="signed_cookie", cache_key=["path"])
viewer = Client("Viewer", platform="mobile", devices=400_000)
monitoring = Monitoring(
    "Monitoring", note="queue age, dead tasks", watches=["queue_age", "dead_letters", "errors"], alarms="page"
)

how_far = Calls(
    creator,
    intake.studio_api,
    "how far is it?",
    id="how_far",
    protocol="poll",
    poll_interval=seconds(5),
    poll_jitter=0.2,
    max_poll_duration=hours(2),
    keep_alive=seconds(30),
    purpose="progress",
    timeout=seconds(2),
    tls=True,
    auth="session",
)
play = Downloads(viewer, cdn, "play", id="play", payload=megabytes(2), streaming="hls", data=[work.rendition])
fetch_segment = Downloads(cdn, work.rendition_store, "on a miss", id="fetch_segment", per_request=0.03, payload=megabytes(2))

upload = PresignedUpload(
    creator,
    intake.studio_api,
    intake.raw_videos,
    events=arrival.arrivals,
    file=intake.raw_file,
    grant=PresignedUrl(
        minutes(15),
        method="part",
        max_size=gigabytes(2),
        size_enforced_by="check_after",
        content_types=["video/mp4", "video/quicktime"],
        key_chosen_by="server",
        grants=125,
        renewed=True,
        authorized=True,
        authenticated=True,
    ),
    multipart=Multipart(megabytes(16), parts=125, parallelism=4, completes=True, initiated_by="server", protocol="s3"),
    retry=Retry(5, backoff="exponential", jitter=True, initial=seconds(1)),
)

design = Design(
    "Video platform",
    [
        *(creator, cdn, viewer, monitoring),
        *intake.components,
        *work.components,
        *arrival.components,
        *notices.components,
        *(how_far, play, fetch_segment),
        *intake.connections,
        *work.connections,
        *arrival.connections,
        *notices.connections,
        upload,
        *work.patterns,
        *notices.patterns,
    ],
    summary="Takes videos of up to 2 GB, makes sure of them, encodes them for every screen and tells whoever waits.",
    pitch=(
        "A creator gets signed links and sends the file past the platform straight into the object store, which reports "
        "its arrival to a queue. A workflow engine carries each video through scan, encoding, pictures, captions and "
        "packaging; every kind of work has a queue and workers of its own, and paying creators have graphics cards of "
        "their own. Progress is read by polling, partners are told by signed webhooks, and what fails five times waits "
        "for people."
    ),
    problem=(
        "Encoding takes minutes on costly machines that die now and then, files come in waves, and some cannot be decoded "
        "at all. A request that waited for all this would be cut off long before; a video must neither be lost nor done "
        "twice, and one bad file must not hold up the others."
    ),
    requirements=Requirements(
        write_rate=per_second(4),
        read_rate=per_second(20_000),
        peak_factor=3.5,
        latency_p95=milliseconds(500),
        completion_time=minutes(20),
        result_in_response=False,
        job_progress=True,
        freshness=seconds(5),
        delivery="at_least_once",
        repeatable_work=False,
        ordering="none",
        availability=0.999,
        retention=days(1_825),
        multi_tenant=True,
        round_trip=milliseconds(80),
        client_sends="rarely",
        media=False,
    ),
    data=[*intake.data, *work.data, *notices.data],
    walkthroughs=[
        Walkthrough(
            "Send a video",
            [
                Step(
                    upload.connections[0],
                    "name, size, checksum",
                    otherwise=[
                        Alternative(
                            "the creator's space is used up",
                            [Step(upload.connections[0], "refused, with what is left", back=True)],
                            ends=True,
                        )
                    ],
                ),
                Step(intake.owner),
                Step(intake.announce, "pending, its space set aside"),
                Step(upload.connections[0], "video id, links for the parts", back=True),
                Step(
                    upload.connections[1],
                    "125 parts, four at once",
                    otherwise=[
                        Alternative(
                            "the connection breaks",
                            [Step(upload.connections[1], "only the parts that are missing")],
                            failure=True,
                        ),
                        Alternative("a link has run out", [Step(upload.connections[0], "a new link for the part")]),
                    ],
                ),
                Step(upload.connections[2], "the whole file is there"),
                Step(arrival.arrived),
                Step(
                    arrival.inspect,
                    "from end to end",
                    otherwise=[Alternative("it is no video or harmful", [Step(arrival.start, "rejected")], ends=True)],
                ),
                Step(arrival.start, "one run for the video id"),
            ],
            summary="The file goes past every server of the platform.",
        ),
        Walkthrough(
            "Do a piece of the work",
            [
                Step(work.fetch_raw, "read while it is encoded"),
                Step(work.beat, "every five seconds"),
                Step(
                    work.keep,
                    "named after its content",
                    otherwise=[
                        Alternative(
                            "the machine is taken away",
                            [
                                Step(work.fetch_raw, "by another worker, from the start"),
                                Step(work.keep, "under the same name, so it is there once"),
                            ],
                            failure=True,
                        )
                    ],
                ),
                Step(work.report, "done"),
                Step(
                    work.note_state,
                    "available",
                    otherwise=[Alternative("others are not done yet", [Step(work.note_state, "one more is done")], ends=True)],
                ),
                Step(notices.notice_work.connections[0], "tell whoever waits"),
            ],
            summary="What every worker does, and why it may do it twice.",
        ),
        Walkthrough(
            "A file that nobody can decode",
            [
                Step(work.free_work.connections[0], "a rendition"),
                Step(
                    work.free_work.connections[1], "for the fifth time", otherwise=[Alternative("it works this time", ends=True)]
                ),
                Step(work.look, "what failed and why"),
                Step(
                    work.replay,
                    "with a newer encoder",
                    otherwise=[Alternative("the file is broken", [Step(work.replay, "the video has failed")], ends=True)],
                ),
                Step(work.free_work.connections[0], "the same rendition"),
                Step(work.free_work.connections[1], "for the first time again"),
            ],
            summary="It is tried five times, steps aside, and people decide.",
        ),
        Walkthrough(
            "Tell a partner",
            [
                Step(notices.notice_work.connections[0], "the video is available"),
                Step(notices.notice_work.connections[1]),
                Step(
                    notices.webhook,
                    "signed, with the event's id",
                    otherwise=[
                        Alternative(
                            "no answer within 5 s",
                            [Step(notices.webhook, "again, up to five times in two minutes")],
                            failure=True,
                        ),
                        Alternative("the address is gone", [Step(notices.mail, "to the partner's engineers")], ends=True),
                    ],
                ),
                Step(notices.webhook, "204", back=True),
            ],
            summary="A webhook that is safe to repeat, and that the receiver can trust.",
        ),
    ],
    behaviours=[*behaviours.behaviours],
    decisions=[Decision("delivery-guarantee"), Decision("overload-response"), Decision("progress-channel")],
    left_out={
        "Live streams": "they are cut into pieces while they run, and nothing of them waits in a queue",
        "Equal files": "of films of people's own hardly two are equal, so nothing is looked up by content",
        "Recommendations": "what is shown to whom is another system, fed by the event that a video is available",
        "The player": "it chooses among the renditions by what its network carries",
    },
)
