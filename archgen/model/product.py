"""What is known of a product by its name: where it keeps messages, who shares them, what it leaves to its users."""

from collections.abc import Mapping
from datetime import timedelta

from archgen.values import dataclass
from archgen.vocabulary.components.broker import Broker
from archgen.vocabulary.components.log import Log
from archgen.vocabulary.components.queue import Queue

REDIS = ("redis", "valkey", "keydb", "dragonfly")
IN_MEMORY = (*REDIS, "memory", "sidekiq", "bullmq")
# What makes queues of Redis: it counts attempts, delays them, and puts aside what fails.
LIBRARIES = ("bull", "sidekiq", "celery", "resque", "rq", "asynq", "dramatiq", "taskiq", "arq", "huey", "horizon")
# These speak the protocol of Kafka, which throws out of its group who does not ask for more.
KAFKA = ("kafka", "redpanda", "msk", "confluent", "warpstream", "automq")
# Each part of these is read by one consumer of a group.
PARTITIONED = (*KAFKA, "kinesis", "event hub", "eventhub")
# These keep a log, and hand out and confirm each message by itself.
SHARED = ("pulsar", "jetstream", "stream", "share group", "pub/sub", "pubsub")

SQS = ("sqs", "simple queue")
# How long these wait for the confirmation of a message that they have handed out, as a rule; and those where nobody changes that.
WAITING: Mapping[str, timedelta] = {"rabbitmq": timedelta(minutes=30), "sqs": timedelta(hours=12)}
FIXED = ("sqs",)
# These forget a message when it is confirmed.
DELETING = (*SQS, *REDIS, "rabbit", "bull", "sidekiq", "activemq", "artemis", "service bus", "sns")

# A provider runs these, on several machines: none forgets its messages when one of them begins anew.
HOSTED = (*SQS, "sns", "kinesis", "event hub", "eventhub", "eventbridge", "service bus", "storage queue", "queue storage")

# These hand out by a number in the message.
WITH_PRIORITIES = ("rabbitmq", "bull", "activemq", "artemis", "amazon mq", "ibm mq", "beanstalk")
# These, and all logs and streams, do not.
WITHOUT_PRIORITIES = (*SQS, "service bus", "storage queue", "queue storage", "nats", *SHARED)


@dataclass(frozen=True)
class Product:
    """What a broker is built on, by its `engine`, and what its `library` adds."""

    broker: Broker

    @property
    def is_in_memory(self) -> bool:
        """Whether messages are kept in memory, as far as its names say."""
        return _names(f"{self._engine} {self._library or ''}", IN_MEMORY)

    @property
    def is_redis(self) -> bool:
        """Whether it is a list or stream of Redis, or of what speaks its language."""
        return _names(self._engine, REDIS)

    @property
    def is_stream(self) -> bool:
        """Whether its engine names a stream."""
        return "stream" in self._engine

    @property
    def has_library(self) -> bool | None:
        """Whether a library makes it a queue of jobs; None where neither that nor its lack is stated."""
        if self._library or _is_library(self._engine):
            return True
        return False if self._library is False or {"list", "lists"} & set(self._engine.split()) else None

    @property
    def is_partitioned_log(self) -> bool:
        """Whether each of its parts is read by one consumer at a time; so are logs of which no engine is stated."""
        if _names(self._engine, SHARED):
            return _names(self._engine, PARTITIONED) and "share group" not in self._engine
        return _names(self._engine, PARTITIONED) or (isinstance(self.broker, Log) and not self._engine)

    @property
    def throws_out_the_silent(self) -> bool | None:
        """Whether a consumer that does not ask for more for some minutes loses its parts; None where no engine is stated."""
        if isinstance(self.broker, Log) and not self._engine:
            return None
        return self.is_partitioned_log and _names(self._engine, KAFKA)

    @property
    def is_cluster(self) -> bool:
        """Whether it is stated to be a log that a cluster of machines keeps."""
        return _names(self._engine, (*PARTITIONED, "pulsar"))

    @property
    def is_sqs(self) -> bool:
        """Whether it is the queue of AWS."""
        return _names(self._engine, SQS)

    @property
    def is_hosted(self) -> bool:
        """Whether it is run by a provider alone, who keeps its messages whatever begins anew."""
        return _names(self._engine, HOSTED)

    @property
    def waits_for(self) -> timedelta | None:
        """How long a consumer may hold a message there, as a rule; None where that is not known."""
        engine = self._engine.replace(" ", "")
        return next((length for name, length in WAITING.items() if name in engine), None)

    @property
    def is_patience_fixed(self) -> bool:
        """Whether nobody can change that."""
        return _names(self._engine, FIXED)

    @property
    def forgets_what_is_old(self) -> bool:
        """Whether it does so by itself, though nothing is stated of that."""
        return _names(self._engine, PARTITIONED)

    @property
    def forgets_what_is_done(self) -> bool | None:
        """Whether a message is gone when it is confirmed; None where its names do not say."""
        if (
            isinstance(self.broker, Log)
            or self.is_partitioned_log
            or self.is_cluster
            or _names(self._engine, (*SHARED, "archive"))
        ):
            return False
        return True if _names(self._engine, DELETING) else None

    @property
    def has_priorities(self) -> bool | None:
        """Whether it tells messages of one queue apart by their importance; None where its names do not say."""
        if self.is_partitioned_log or _names(self._engine, WITHOUT_PRIORITIES) or (self.is_redis and self.has_library is False):
            return False
        return True if _names(f"{self._engine} {self._library or ''}", WITH_PRIORITIES) else None

    @property
    def _engine(self) -> str:
        return (self.broker.engine or "").lower()

    @property
    def _library(self) -> str | bool | None:
        return self.broker.library if isinstance(self.broker, Queue) else None


def _names(text: str, products: tuple[str, ...]) -> bool:
    return any(name in text for name in products)


def _is_library(engine: str) -> bool:
    return any(word.startswith(LIBRARIES) for word in engine.replace("/", " ").replace("-", " ").split())
