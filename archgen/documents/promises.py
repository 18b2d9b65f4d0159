"""Requirements without a number, as sentences."""

from collections.abc import Mapping

# By name and value; `{among}` is what the order counts among.
PROMISES: Mapping[str, Mapping[str, str]] = {
    "consistency": {
        "strong": "Whoever reads sees the latest write",
        "read_your_writes": "Whoever has written something sees it at once; others may see it later",
        "bounded": "What is read may be old, but no older than is stated",
        "eventual": "What is read may be old for a while",
    },
    "delivery": {
        "at_most_once": "A message may be lost, and never comes twice",
        "at_least_once": "No message may be lost; one may come twice",
        "exactly_once": "Every message counts once: none is lost, and none has its effect twice",
    },
    "ordering": {
        "none": "Messages may come in any order",
        "per_key": "Messages{among} keep their order",
        "total": "All messages keep one order",
    },
    "ordering_by": {
        "sequence": "A number that counts up tells the order",
        "vector_clock": "Vector clocks tell the order",
        "partition": "Order holds within a partition, not across partitions",
        "wall_clock": "The time of day tells the order",
    },
    "client_sends": {
        "never": "Clients only listen",
        "rarely": "Clients write rarely",
        "often": "Clients write often",
    },
    "connection_state": {
        "light": "Of each open connection a server keeps little: a socket and an id",
        "heavy": "Of each open connection a server keeps much, such as a loaded document",
    },
    "caller": {
        "app": "An app or page that stays open asks for the work",
        "server": "Another server asks for the work",
        "absent": "Whoever asks for the work has left before it is done",
    },
    "duplicates_from": {
        "client": "Duplicates come from clients that send again",
        "queue": "Duplicates come from a queue that delivers again",
        "process": "Duplicates come from a step of the business that repeats itself",
    },
    "attempt_ends": {
        "well": "An attempt ends well",
        "transient_fault": "An attempt that fails may succeed by itself later",
        "permanent_fault": "An attempt that fails will fail again",
    },
    "downstream_limit": {
        "at_once": "What workers call bears only so many requests at once",
        "per_second": "What workers call bears only so many requests a second",
        "unknown": "Nobody knows how much the systems that workers call can bear",
    },
}
# What is as important as a number where it is so.
QUALITIES: Mapping[str, str] = {
    "event_driven": "Everyone comes at once, at a time that is known beforehand",
    "result_in_response": "The answer to a request has to hold the result",
    "job_progress": "People want to see how far their work is",
    "media": "People hear or see each other live",
    "collaborative": "Several people change the same thing at the same time",
    "presence": "People see who is there",
    "multi_tenant": "Several customers share it, and none may hold up another",
    "audit": "It has to be provable later who did what",
    "offline": "Clients have to work without a connection",
    "provider_neutral": "It has to run with any provider",
    "replay_needed": "Somebody has to be able to read old messages again",
    "brief_drops": "A client may lose its connection for a moment, if it then gets what it missed",
}
