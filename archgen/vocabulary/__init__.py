"""The words of the language: the public list of them."""

from archgen.vocabulary.components.cache import Cache
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.database import Database
from archgen.vocabulary.components.external_system import ExternalSystem
from archgen.vocabulary.components.load_balancer import LoadBalancer
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.components.service import Service
from archgen.vocabulary.components.topic import Topic
from archgen.vocabulary.components.worker import Worker
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.consumes import Consumes
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.reads import Reads
from archgen.vocabulary.connections.writes import Writes
from archgen.vocabulary.policies.retry import Retry

__all__ = [
    "Cache",
    "Calls",
    "Client",
    "Consumes",
    "Database",
    "ExternalSystem",
    "LoadBalancer",
    "Publishes",
    "Queue",
    "Reads",
    "Retry",
    "Service",
    "Topic",
    "Worker",
    "Writes",
]
