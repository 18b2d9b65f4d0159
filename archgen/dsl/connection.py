"""Connections: the verbs of a design."""

import dataclasses
from typing import ClassVar, Literal

from archgen.dsl.component import Component
from archgen.dsl.counts import Factor
from archgen.dsl.quantities import Duration, Rate, Size
from archgen.dsl.texts import Id, Text
from archgen.dsl.word import Word, word


@word
class Connection(Word):
    """Something that passes from `source` to `target`; `label` says what, in a few words.

    `rate` is how many a second in all, on average. `per_request` is how many of these each request that reaches the source
    sets off; None is counted as one. `payload` is the size of one. `id` is made from source, verb and target where it is not
    given. None means that an attribute is not stated.
    """

    verb: ClassVar[str] = "connects to"
    # Whether things flow from target to source, as what a worker consumes comes from the queue.
    reversed: ClassVar[bool] = False
    # Whether the source goes on without waiting for an answer.
    asynchronous: ClassVar[bool] = False

    source: Component = dataclasses.field(kw_only=False)
    target: Component = dataclasses.field(kw_only=False)
    label: Text | None = dataclasses.field(default=None, kw_only=False)
    id: Id | None = None
    rate: Rate | None = None
    per_request: Factor | None = None
    payload: Size | None = None
    timeout: Duration | None = None

    @property
    def origin(self) -> Component:
        """The component that things flow from."""
        return self.target if self.reversed else self.source

    @property
    def destination(self) -> Component:
        """The component that things flow to."""
        return self.source if self.reversed else self.target


Protocol = Literal["http", "grpc", "tcp", "udp", "poll", "long_poll", "sse", "websocket", "webrtc"]
