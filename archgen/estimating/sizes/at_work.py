"""How much work is in hand at once, by Little's law, and what memory there is for each connection that is held."""

from archgen.dsl.readable import number, readable
from archgen.estimating.formulas import at_once
from archgen.estimating.known import Found, Known
from archgen.estimating.rates import plain
from archgen.estimating.sizes.found import derived
from archgen.model.architecture import Architecture
from archgen.model.estimate import Measure
from archgen.vocabulary.components.server import Server

IN_HAND: tuple[tuple[Measure, Measure, str], ...] = (
    ("requests", "in_hand", "in hand at once"),
    ("peak_requests", "peak_in_hand", "in hand at peak"),
)


def at_work(architecture: Architecture, known: Known) -> Found:
    """Of every server of which the design says how long it works on a request, and what each connection may take."""
    found: Found = {}
    for server in architecture.components(Server):
        found |= {**_in_hand(server, known), **_memory(server, known)}
    return found


def _in_hand(server: Server, known: Known) -> Found:
    if server.task_duration is None:
        return {}
    found: Found = {}
    for arriving, measure, name in IN_HAND:
        requests = known.of(server, arriving)
        if requests:
            value = at_once(requests.value, server.task_duration.total_seconds())
            found[server, measure] = derived(
                name, value, "", f"{plain(requests)} × {readable(server.task_duration)} each", [requests]
            )
    return found


def _memory(server: Server, known: Known) -> Found:
    held = known.of(server, "connections_per_replica")
    if server.memory is None or not held or not held.value:
        return {}
    formula = f"{readable(server.memory)} / {number(held.value)} connections a replica"
    return {
        (server, "memory_per_connection"): derived(
            "memory for each connection", server.memory / held.value, "bytes", formula, [held]
        )
    }
