"""Every further name that a rule, diagram or format may use beside those of `archgen`, imported when it is first asked for."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archgen.dsl.agreement import agreeing, does, done_by, each_of
    from archgen.dsl.counts import Count, Factor, Share, Whole
    from archgen.dsl.humanised import humanised
    from archgen.dsl.later import refused
    from archgen.dsl.naming import an, kind, slug, snake
    from archgen.dsl.part import Part
    from archgen.dsl.quantities import Duration, parse_count, parse_duration, parse_rate, parse_size
    from archgen.dsl.ranged import Ranged
    from archgen.dsl.ranged import made_by as ranged_call
    from archgen.dsl.readable import listed, named, noun, number, percent, readable
    from archgen.dsl.runner_commands import disarmed, disarmed_json
    from archgen.dsl.shape import Attribute, Choice, Form, Inner, Plain, Reference, Several, first_positional, flattened, shape
    from archgen.dsl.texts import REVERSALS, UNSHOWN
    from archgen.dsl.units import Measure, measures
    from archgen.dsl.word import Word, attributes, is_abstract
    from archgen.errors import Fault, Position, SpecError, offer, suggestion
    from archgen.model.architecture import Architecture, remembered
    from archgen.model.availability_need import ONE_MACHINE, AvailabilityNeed, Relied, availability_needs, away, relied_on, walked
    from archgen.model.awaited import SLOW, USUAL_TIMEOUT, AwaitedWay, awaited
    from archgen.model.bounded import BOUNDS, is_bounded
    from archgen.model.cached_read import cache_before, stores_behind
    from archgen.model.catalogue import Entry
    from archgen.model.circles import circles
    from archgen.model.client_path import PUSH, ClientPath, client_paths
    from archgen.model.client_reach import endpoints, first_calls, onward_calls, reached
    from archgen.model.completion import Completion, completion, roughly
    from archgen.model.core_schema import core_scalar
    from archgen.model.crossing import Crossing, borders, crossing, delicate, draws_borders, only_region, standing_in
    from archgen.model.document import base_unit, document
    from archgen.model.drawing import (
        Activation,
        Arrow,
        Box,
        Case,
        Diagram,
        Drawing,
        Drawn,
        Frame,
        LegendEntry,
        Message,
        Panels,
        Sequence,
        Style,
    )
    from archgen.model.drawing import Note as ExchangeNote
    from archgen.model.drawing import Part as PanelPart
    from archgen.model.drawing import Sequence as Exchange
    from archgen.model.driven import driven_by
    from archgen.model.estimate import Derivation, Estimate, Quantity
    from archgen.model.exchange import Exporter, Importer, Manner, Reporter
    from archgen.model.figure_names import figure_names
    from archgen.model.function_host import FunctionHost, is_function, started_by_sqs
    from archgen.model.harm import forgets, has_effect, has_lasting_effect, is_repeatable, is_swept, is_written_before, only_tells
    from archgen.model.heaviest_chain import Stops, heaviest_chains
    from archgen.model.ids import ids, natural_ids
    from archgen.model.job_polls import JobPoll, job_polls, polled
    from archgen.model.link import link
    from archgen.model.live import in_order_again, is_more_than_a_gateway, live_brokers, live_servers
    from archgen.model.live_updates import (
        SPREAD_OUT,
        USUAL_TRIP,
        Trip,
        asks_how_far,
        goes_on,
        is_poll,
        looks,
        looks_after_a_job,
        needing,
        reconnecting,
        resumed,
        round_trip,
        sends,
        trip,
        updates,
    )
    from archgen.model.mentions import Mention, mentions
    from archgen.model.needed_result import NeededResult, needed_results
    from archgen.model.own_words import in_the_language
    from archgen.model.pauses import A_YEAR, all_pauses, last_pause
    from archgen.model.peers import is_direct, peer_calls, peers, reachable_servers, servers_behind, together
    from archgen.model.pool_ways import PoolWay, is_full, is_held, most_at_once, pool_ways, pools
    from archgen.model.positioned import Node, Reading, described
    from archgen.model.product import Product
    from archgen.model.python_literals import quoted as python_quoted
    from archgen.model.python_literals import split as python_split
    from archgen.model.python_literals import width as python_width
    from archgen.model.python_quantity import making as python_quantity
    from archgen.model.reaching import gathered, reaching
    from archgen.model.referred import referred
    from archgen.model.refusal import refusals
    from archgen.model.refusing import Refusing, refusing
    from archgen.model.relaxed import is_streamed, polls_would_do
    from archgen.model.replay import promised, replay_logs, replayed, replays
    from archgen.model.report import Crash, Finding, Report, Stale, Summary, Waived, rule_page, summary
    from archgen.model.retried import SHORT_OUTAGE, Retried, fail_together, retried
    from archgen.model.rule import Edit, Fact, Problem, Rule, Severity, derived, stated
    from archgen.model.spec import Places, Spec
    from archgen.model.spoken_of import dead_letters, spoken_of
    from archgen.model.taken_in import queued_by, taken_in_by
    from archgen.model.taken_work import (
        TakenWork,
        leaves_repeats_open,
        rounds,
        shares_fairly,
        slowest,
        surely_comes_again,
        taken_work,
        takers,
    )
    from archgen.model.task_graph import Task, TaskGraph, task_graphs
    from archgen.model.told import Passed, Told, told
    from archgen.model.unheard import Unheard, unheard
    from archgen.model.update_reach import (
        connected,
        is_hashed,
        is_reached,
        is_scattered,
        kept_elsewhere,
        left_open,
        shared_takes,
        told_by_others,
        transforms_anywhere,
    )
    from archgen.model.waiting import OPEN, Wait, longest_waits, relies, relying, waited_for, waited_ways, waits
    from archgen.model.walk_time import WalkTime, walk_time
    from archgen.model.way_limits import WayLimit, most_replicas, way_limits
    from archgen.model.webhooks import Webhook, is_webhook, webhooks
    from archgen.model.yaml_quantity import written as yaml_quantity
    from archgen.model.yaml_scalar import scalar as yaml_scalar
    from archgen.vocabulary import SORTS
    from archgen.vocabulary.components.broker import Broker
    from archgen.vocabulary.components.server import Server
    from archgen.vocabulary.components.store import Store
    from archgen.vocabulary.connections.interaction import Interaction

__all__ = [
    "A_YEAR", "BOUNDS", "ONE_MACHINE", "OPEN", "PUSH", "REVERSALS", "SHORT_OUTAGE", "SLOW", "SORTS", "SPREAD_OUT",
    "UNSHOWN", "USUAL_TIMEOUT", "USUAL_TRIP", "Activation", "Architecture", "Arrow", "Attribute", "AvailabilityNeed",
    "AwaitedWay", "Box", "Broker", "Case", "Choice", "ClientPath", "Completion", "Count", "Crash", "Crossing", "Derivation",
    "Diagram", "Drawing", "Drawn", "Duration", "Edit", "Entry", "Estimate", "Exchange", "ExchangeNote", "Exporter", "Fact",
    "Factor", "Fault", "Finding", "Form", "Frame", "FunctionHost", "Importer", "Inner", "Interaction", "JobPoll",
    "LegendEntry", "Manner", "Measure", "Mention", "Message", "NeededResult", "Node", "PanelPart", "Panels", "Part",
    "Passed", "Places", "Plain", "PoolWay", "Position", "Problem", "Product", "Quantity", "Ranged", "Reading", "Reference",
    "Refusing", "Relied", "Report", "Reporter", "Retried", "Rule", "Sequence", "Server", "Several", "Severity", "Share",
    "Spec", "SpecError", "Stale", "Stops", "Store", "Style", "Summary", "TakenWork", "Task", "TaskGraph", "Told", "Trip",
    "Unheard", "Wait", "Waived", "WalkTime", "WayLimit", "Webhook", "Whole", "Word", "agreeing", "all_pauses", "an",
    "asks_how_far", "attributes", "availability_needs", "awaited", "away", "base_unit", "borders", "cache_before",
    "circles", "client_paths", "completion", "connected", "core_scalar", "crossing", "dead_letters", "delicate", "derived",
    "described", "disarmed", "disarmed_json", "document", "does", "done_by", "draws_borders", "driven_by", "each_of", "endpoints",
    "fail_together", "figure_names", "first_calls", "first_positional", "flattened", "forgets", "gathered", "goes_on",
    "has_effect", "has_lasting_effect", "heaviest_chains", "humanised", "ids", "in_order_again", "in_the_language",
    "is_abstract", "is_bounded", "is_direct", "is_full", "is_function", "is_hashed", "is_held", "is_more_than_a_gateway",
    "is_poll", "is_reached", "is_repeatable", "is_scattered", "is_streamed", "is_swept", "is_webhook", "is_written_before",
    "job_polls", "kept_elsewhere", "kind", "last_pause",
    "leaves_repeats_open", "left_open", "link", "listed", "live_brokers", "live_servers",
    "longest_waits", "looks", "looks_after_a_job", "measures", "mentions", "most_at_once", "most_replicas", "named",
    "natural_ids", "needed_results", "needing", "noun", "number", "offer", "only_region", "only_tells", "onward_calls",
    "parse_count", "parse_duration", "parse_rate", "parse_size", "peer_calls", "peers", "percent", "polled",
    "polls_would_do", "pool_ways", "pools", "promised", "python_quantity", "python_quoted", "python_split", "python_width",
    "queued_by", "ranged_call", "reachable_servers", "reached", "reaching", "readable", "reconnecting", "referred",
    "refusals", "refused", "refusing", "relied_on", "relies", "relying", "remembered", "replay_logs", "replayed", "replays",
    "resumed", "retried", "roughly", "round_trip", "rounds", "rule_page", "sends", "servers_behind", "shape",
    "shared_takes", "shares_fairly", "slowest", "slug", "snake", "spoken_of", "standing_in", "started_by_sqs", "stated",
    "stores_behind", "suggestion", "summary", "surely_comes_again", "taken_in_by", "taken_work", "takers", "task_graphs",
    "together", "told", "told_by_others", "transforms_anywhere", "trip", "unheard", "updates", "waited_for", "waited_ways",
    "waits", "walk_time", "walked", "way_limits", "webhooks", "yaml_quantity", "yaml_scalar",
]  # fmt: skip

if not TYPE_CHECKING:  # to type checkers, names that are not listed above are mistakes
    _IMPORT = re.compile(r"^    from (\S+) import (?:\(([^)]*)\)|(.*))$", re.MULTILINE)
    _places = {}

    def __getattr__(name):
        """Import a name when it is first asked for."""
        if name not in __all__:
            raise AttributeError(f'archgen.plugin has no name "{name}"')
        from importlib import import_module

        module, named = _found()[name]
        value = globals()[name] = getattr(import_module(module), named)
        return value

    def _found():
        """Where each name comes from, and what it is called there."""
        if not _places:
            for module, several, one in _IMPORT.findall(Path(__file__).read_text("utf-8")):
                for entry in (several or one).split(","):
                    named, _, instead = entry.partition(" as ")
                    if named.strip():
                        _places[(instead or named).strip()] = module, named.strip()
        return _places
