"""One folder on several devices: only new pieces travel, others hear of them within a second, and slow work waits elsewhere.

The figures behind it: 500,000 devices hold a question open for a minute each, which is 8,300 new ones a second. They save 250
versions a second, two and a half times that between nine and ten. A version is announced, its missing chunks are sent, and it
is committed. Seven chunks of 1.5 MB are new for five versions: 350 a second, half a gigabyte. Two more devices follow a folder
and hear of it. Every version is scanned (0.8 s), three of five get a preview or have their text read (2 s), and one of fifty is
a film, a scanned book or an archive (a minute and a half, up to twelve). Who moves in brings 100,000 files at once. Their films
and books wait in a queue of their own, for which the long workers keep a fifth of their time; scans of others still begin
within seconds, since each customer has a share of the queue.
"""

from parts.file_sync import behaviours, files, processing, syncing

from archgen import (
    Alternative,
    Decision,
    Design,
    Requirements,
    Step,
    Walkthrough,
    days,
    milliseconds,
    minutes,
    per_second,
    seconds,
)

design = Design(
    "File sync",
    [
        *files.components,
        *syncing.components,
        *processing.components,
        *syncing.connections,
        *processing.connections,
    ],
    summary="Keeps a folder the same on all devices of its members, and makes previews and searchable text on the way.",
    pitch=(
        "A device cuts a file into chunks where its content says so, names them by their hashes, and asks which are missing. "
        "Those go straight to the object store. A commit writes the version and a numbered line of the folder's journal in one "
        "transaction, if nobody was faster. A relay wakes the gateways that hold the questions of other devices; these fetch "
        "all lines after their number. Scan, previews and text are done afterwards, by workers of their own, and what a customer "
        "brings who moves in waits in a line of its own."
    ),
    problem=(
        "Files are of any size and change in the middle, devices are away for weeks and edit the same file meanwhile, and "
        "nobody wants to wait for a scan or a preview before the other laptop has the file. What a film needs takes a hundred "
        "times as long as what a letter needs, and one customer moves in with more files than all others save in a morning."
    ),
    requirements=Requirements(
        concurrent_clients=500_000,
        read_rate=per_second(560),
        write_rate=per_second(500),
        peak_factor=2.5,
        latency_budget=milliseconds(1_500),
        latency_p95=milliseconds(500),
        job_duration=minutes(12),
        request_timeout=seconds(30),
        result_in_response=False,
        completion_time=minutes(60),
        delivery="at_least_once",
        repeatable_work=True,
        duplicates_from="queue",
        ordering="per_key",
        ordering_key="folder_id",
        ordering_by="sequence",
        max_offline=days(60),
        client_sends="rarely",
        media=False,
        streaming_path=False,
        connection_state="light",
        multi_tenant=True,
        replay_needed=False,
        operators=False,
        broker_priorities=False,
        low_must_progress=True,
        availability=0.999,
        durability=0.99999999999,
        round_trip=milliseconds(60),
    ),
    data=[*files.data],
    walkthroughs=[
        Walkthrough(
            "Save a file",
            [
                Step(
                    syncing.announce,
                    "plan.doc: hashes of five chunks",
                    otherwise=[
                        Alternative("the space is used up", [Step(syncing.announce, "what is left", back=True)], ends=True),
                    ],
                ),
                Step(syncing.to_api, "the same"),
                Step(syncing.known, "four of five are there"),
                Step(syncing.announce, "a link for the fifth", back=True),
                Step(
                    syncing.send,
                    "the fifth, 1.5 MB",
                    otherwise=[
                        Alternative(
                            "the train is in a tunnel",
                            [Step(syncing.send, "the same chunk, once there is a network")],
                            failure=True,
                        ),
                    ],
                ),
                Step(syncing.commit, "version 8 on top of 7"),
                Step(syncing.to_api, "the same"),
                Step(
                    syncing.write_down,
                    "version 8, line 312, and a scan to do",
                    otherwise=[
                        Alternative(
                            "there is an 8 already",
                            [
                                Step(syncing.write_down, "refused", back=True),
                                Step(syncing.commit, "as a conflicting copy, beside it"),
                            ],
                        ),
                    ],
                ),
                Step(syncing.commit, "line 312", back=True),
            ],
            summary="Only what is new travels, and nobody's work is written over.",
        ),
        Walkthrough(
            "Another device hears of it",
            [
                Step(syncing.listen, "anything after 311?"),
                Step(syncing.hold, "anything after 311?"),
                Step(
                    syncing.untold,
                    "line 312",
                    otherwise=[
                        Alternative(
                            "the gateway was restarted",
                            [Step(syncing.listen, "anything after 311? at another one")],
                            failure=True,
                        )
                    ],
                ),
                Step(syncing.wake, "folder 5: up to 312"),
                Step(syncing.hear, "folder 5: up to 312"),
                Step(syncing.hold, "there is something", back=True),
                Step(syncing.listen, "there is something", back=True),
                Step(syncing.catch_up, "all after 311"),
                Step(syncing.to_api, "all after 311"),
                Step(syncing.list_changes, "lines after 311"),
                Step(
                    syncing.catch_up,
                    "312: plan.doc, its hashes, links",
                    back=True,
                    otherwise=[
                        Alternative(
                            "it was away for more than 60 days",
                            [Step(syncing.catch_up, "the whole folder, to be compared", back=True)],
                        )
                    ],
                ),
                Step(syncing.get, "the one chunk that it has not"),
            ],
            summary="A wake-up call says only that there is something; the journal says what.",
        ),
        Walkthrough(
            "What is done afterwards",
            [
                Step(processing.to_scan, "plan.doc, version 8"),
                Step(processing.take_scan, "plan.doc, version 8"),
                Step(
                    processing.to_quick,
                    "clean",
                    otherwise=[
                        Alternative(
                            "it is harmful", [Step(processing.tell, "rejected: no links to it, and its owner is told")], ends=True
                        ),
                        Alternative("it is a film", [Step(processing.to_long, "clean")]),
                    ],
                ),
                Step(processing.take_quick, "plan.doc, version 8"),
                Step(
                    processing.keep,
                    "first page, text",
                    otherwise=[
                        Alternative("it has a password", [Step(processing.tell, "no preview, and why")], ends=True),
                        Alternative(
                            "the worker dies",
                            [Step(processing.take_quick, "again after a minute, by another one")],
                            failure=True,
                        ),
                    ],
                ),
                Step(processing.tell, "done, which becomes line 313"),
            ],
            summary="Devices learn of a preview as they learn of a file: by a line of the journal.",
        ),
    ],
    behaviours=[*behaviours.behaviours],
    decisions=[
        Decision("client-protocol"),
        Decision("sync-or-async"),
        Decision("broker-choice"),
        Decision("delivery-guarantee"),
        Decision("key-source"),
        Decision("overload-response"),
        Decision("priority-implementation"),
    ],
    left_out={
        "Search": "an index is fed with the text, by the journal, and is asked by the web page alone",
        "Work on one document at once": "an editor keeps its own order of keystrokes; here a file is a whole",
        "Who may see a folder": "members are rows of the same shard, checked at every request",
        "Sync within a house": "devices of one network could send chunks to one another, and need no server for it",
        "Several regions": "a folder has a home, near those who use it most; chunks are copied by the store",
    },
)
