"""The word `WorkflowStep`."""

import dataclasses
from typing import Literal

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.quantities import Duration, Size
from archgen.dsl.texts import Listed, Name
from archgen.dsl.word import Word, word
from archgen.vocabulary.policies.compensation import Compensation
from archgen.vocabulary.policies.hold import Hold
from archgen.vocabulary.policies.idempotency_key import IdempotencyKey
from archgen.vocabulary.policies.retry import Retry
from archgen.vocabulary.policies.wait import Wait


@word
class WorkflowStep(Word):
    """A step of a workflow."""

    name: Name = dataclasses.field(kw_only=False)
    """What it does."""
    along: Connection | None = dataclasses.field(default=None, kw_only=False)
    """The connection along which it is done."""
    runs_on: Component | None = None
    """What does it."""
    effect: Literal["none", "read", "write", "reserve", "authorise", "charge", "notify", "irreversible"] | None = None
    """What it does to the world."""
    can_fail: bool | None = None
    """Whether it can be refused."""
    compensation: Compensation | Literal[False] | None = None
    """What undoes it; False states that nothing does."""
    compensatable: bool | None = None
    """Whether it can be undone at all."""
    idempotent: bool | None = None
    """Whether it may be done twice."""
    idempotency: IdempotencyKey | Literal[False] | None = None
    """What makes a second attempt count once."""
    timeout: Duration | None = None
    """How long it may take."""
    retry: Retry | Literal[False] | None = None
    """What follows a failure."""
    checkpoint: bool | None = None
    """Whether it is noted that it was done."""
    status_check: bool | None = None
    """Whether it can be asked whether it was done."""
    on_failure: Literal["compensate", "retry", "alert", "ignore", "fail"] | None = None
    """What follows when it fails for good."""
    on_cancel: Literal["compensate", "finish", "stop"] | None = None
    """What it does when the workflow is called off."""
    wait: Wait | Literal[False] | None = None
    """What it waits for."""
    hold: Hold | Literal[False] | None = None
    """What it sets aside."""
    after: Listed[Name] | None = None
    """The steps that have to be done before, by their names; the one before it where nothing is stated."""
    reads: Listed[Name] | None = None
    """What it needs of others."""
    writes: Listed[Name] | None = None
    """What it leaves for others."""
    join: Literal["all", "any"] | None = None
    """For which of several it waits."""
    atomic_count: bool | None = None
    """Whether those that are done are counted without losing any."""
    input_size: Size | None = None
    """How much it is given."""
    output_size: Size | None = None
    """How much it gives back."""
    changed: bool | None = None
    """Whether this version changes it."""
    guarded_patch: bool | None = None
    """Whether runs that began before keep the old way."""
    loops: bool | None = None
    """Whether it is gone through again until something ends it."""
    pivot: bool | None = None
    """Whether nothing after it can be undone."""
