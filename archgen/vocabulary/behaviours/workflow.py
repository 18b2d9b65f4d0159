"""The word `Workflow`."""

import dataclasses
from typing import Literal

from archgen.dsl.behaviour import Behaviour
from archgen.dsl.component import Component
from archgen.dsl.counts import Whole
from archgen.dsl.data import Data
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.texts import Listed, Text
from archgen.dsl.word import word
from archgen.vocabulary.behaviours.workflow_step import WorkflowStep
from archgen.vocabulary.policies.hold import Hold
from archgen.vocabulary.policies.two_phase_commit import TwoPhaseCommit


@word
class Workflow(Behaviour):
    """Work in several steps that belongs together: an operation over many rows, a saga, a process of days."""

    steps: Listed[WorkflowStep] = dataclasses.field(kw_only=False)
    """The steps, in their order."""
    coordinator: Component | None = None
    """What carries it on."""
    coordination: (
        Literal[
            "none",
            "single_server",
            "checkpoints",
            "transaction",
            "two_phase_commit",
            "distributed_lock",
            "queue",
            "saga",
            "event_log",
            "workflow_engine",
        ]
        | None
    ) = None
    """What keeps the steps together."""
    two_phase_commit: TwoPhaseCommit | Literal[False] | None = None
    """How all take part or none."""
    style: Literal["orchestration", "choreography"] | None = None
    """Whether one tells all others, or each reacts to what it hears."""
    stakes: Literal["low", "high"] | None = None
    """What it would cost if it stopped halfway."""
    worth: Literal["low", "high"] | None = None
    """What one run of it is worth."""
    rate: Rate | None = None
    """How many begin in a second."""
    trigger: Literal["request", "event", "schedule"] | None = None
    """What begins it."""
    workflow_id: Text | None = None
    """What tells one run from another, such as `order id`; the same for a repeated request."""
    id_per_request: bool | None = None
    """Whether that id is new for each request."""
    caller_waits: bool | None = None
    """Whether somebody waits for the end."""
    max_duration: Duration | None = None
    """How long one run may take."""
    user_duration: Duration | None = None
    """How long a person takes for their part."""
    user_duration_p95: Duration | None = None
    """How long all but the slowest twentieth take."""
    in_flight: Whole | None = None
    """How many run at the same time."""
    cancellable: bool | None = None
    """Whether it can be called off."""
    compensation_order: Literal["reverse", "forward"] | None = None
    """In which order steps are undone."""
    versioning: Literal["none", "side_by_side", "patching", "definition_version"] | None = None
    """How runs that began with an older definition go on."""
    changes_running: bool | None = None
    """Whether a change has to reach runs that have begun."""
    pool_per_version: bool | None = None
    """Whether older versions still have workers."""
    state_size: Size | None = None
    """How much is kept about one run."""
    state_store: Component | None = None
    """Where that is kept."""
    claim: Literal["none", "lease", "lock"] | None = None
    """How one of several coordinators takes a run."""
    reaped: bool | None = None
    """Whether something looks for runs that nobody carries on."""
    correlation_id: Text | Literal[False] | None = None
    """What ties its messages together."""
    traced: bool | None = None
    """Whether one run can be followed through all services."""
    loops: bool | None = None
    """Whether it goes round until something ends it."""
    continue_as_new: bool | None = None
    """Whether a long run starts afresh with what it knows."""
    locks_across_steps: bool | None = None
    """Whether a lock or transaction stays open from one step to the next."""
    hold: Hold | Literal[False] | None = None
    """What is set aside while it runs."""
    consistency: Literal["strict", "eventual"] | None = None
    """Whether nobody may see it half done."""
    availability_need: Literal["normal", "high"] | None = None
    """Whether it must go on while a part is away."""
    resources: Listed[Data] | None = None
    """What it changes."""
    multi_row: bool | None = None
    """Whether it rests on more than one row."""
    replay_needed: bool | None = None
    """Whether old runs have to be gone through again."""
    pending_state: bool | None = None
    """Whether users see that it is not decided yet."""
    dag: bool | None = None
    """Whether its steps follow what each needs, not one after another."""
