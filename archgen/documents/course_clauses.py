"""What is stated of workflows and their steps, in words instead of names of attributes."""

import re
from collections.abc import Mapping

WHOLE: Mapping[str, str] = {
    "idempotent": "may be done twice",
    "no after": "begins at once",
    "can fail": "can be refused",
    "can fail: no": "cannot be refused",
    "status check": "can be asked whether it was done",
    "join all": "waits for all of these",
    "join any": "waits for the first of these",
    "atomic count": "counts those that are done without losing any",
    "pivot": "nothing after it can be undone",
    "on failure ignore": "the rest goes on without it if it fails",
    "on failure compensate": "what was done is undone if it fails for good",
    "on failure alert": "somebody is told if it fails for good",
    "alerted": "somebody is told if it fails for good",
    "effect none": "changes nothing",
    "effect read": "only reads",
    "effect write": "writes",
    "effect reserve": "sets something aside",
    "effect authorise": "holds money",
    "effect charge": "takes money",
    "effect notify": "tells somebody",
    "effect irreversible": "cannot be undone",
    "coordination workflow engine": "kept by a workflow engine",
    "coordination none": "nothing keeps its steps together",
    "coordination single server": "kept by a single server",
    "coordination checkpoints": "goes on from the last checkpoint",
    "coordination transaction": "kept by a transaction",
    "coordination two phase commit": "kept by a commit in two phases",
    "coordination distributed lock": "kept by a lock",
    "coordination queue": "kept by messages in a queue",
    "coordination saga": "kept as a saga: what was done is undone when a later step fails",
    "coordination event log": "kept by a log of events",
    "style orchestration": "one tells all others what to do",
    "style choreography": "each reacts to what it hears",
    "stakes high": "a stop halfway costs much",
    "stakes low": "a stop halfway costs little",
    "trigger request": "begun by a request",
    "trigger event": "begun by an event",
    "trigger schedule": "begun by a clock",
    "cancellable": "can be called off",
    "compensation order reverse": "undone from its last step to its first",
    "versioning patching": "runs that have begun are patched",
    "versioning side by side": "old and new versions run side by side",
    "traced": "each run can be followed through all services",
    "pending state": "users see that it is not decided yet",
    "dag": "steps begin when what they need is done",
}
# Behind its name stands what it says.
NAMED: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"coordinator (.+)"), r"carried on by \1"),
    (re.compile(r"rate (.+)"), r"\1 begin"),
    (re.compile(r"workflow id (.+)"), r"one run for each \1"),
    (re.compile(r"(?:max duration|timeout) (.+)"), r"\1 at the most"),
    (re.compile(r"in flight (.+)"), r"\1 run at the same time"),
    (re.compile(r"state store (.+)"), r"its state is kept in \1"),
    (re.compile(r"correlation id (.+)"), r"its messages belong together by the \1"),
    (re.compile(r"resources (.+)"), r"changes \1"),
)


def course_clauses(facts: str) -> str:
    """Each fact in words; one that has none as it is.

    >>> course_clauses("effect charge; idempotent; timeout 10 s; loops")
    'takes money; may be done twice; 10 s at the most; loops'
    """
    return "; ".join(_clause(one) for one in facts.split("; "))


def _clause(fact: str) -> str:
    if fact in WHOLE:
        return WHOLE[fact]
    for pattern, words in NAMED:
        if pattern.fullmatch(fact):
            return pattern.sub(words, fact)
    return fact
