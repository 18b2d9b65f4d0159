"""The word `PresignedUpload`."""

import dataclasses
from collections.abc import Iterator
from typing import ClassVar

from archgen.dsl.component import Component
from archgen.dsl.connection import Connection
from archgen.dsl.data import Data
from archgen.dsl.pattern_instance import PatternInstance
from archgen.dsl.word import word
from archgen.vocabulary.components.client import Client
from archgen.vocabulary.components.object_store import ObjectStore
from archgen.vocabulary.components.queue import Queue
from archgen.vocabulary.connections.calls import Calls
from archgen.vocabulary.connections.publishes import Publishes
from archgen.vocabulary.connections.uploads import Uploads
from archgen.vocabulary.policies.multipart import Multipart
from archgen.vocabulary.policies.presigned_url import PresignedUrl
from archgen.vocabulary.policies.retry import Retry


@word
class PresignedUpload(PatternInstance):
    """A client asks for a link and sends its file to the object store itself, past the service that made the link."""

    pattern: ClassVar[str] = "presigned-upload"

    client: Client = dataclasses.field(kw_only=False)
    """What has the file."""
    service: Component = dataclasses.field(kw_only=False)
    """What makes the link."""
    store: ObjectStore = dataclasses.field(kw_only=False)
    """Where the file goes."""
    events: Queue | None = None
    """Where the object store tells that it has arrived."""
    grant: PresignedUrl | None = None
    """What the link allows, and for how long."""
    multipart: Multipart | None = None
    """How the file is cut into parts; None where it is not stated."""
    retry: Retry | None = None
    """What the client does when the file, or a part of it, does not arrive."""
    file: Data | None = None
    """What is sent."""

    def connected(self) -> Iterator[Connection]:
        """Ask for the link, send the file, tell of it."""
        carried = [self.file] if self.file else None
        yield Calls(self.client, self.service, "may I send this file?", data=carried)
        grant = self.grant or PresignedUrl()
        yield Uploads(self.client, self.store, "file", grant=grant, multipart=self.multipart, retry=self.retry, data=carried)
        if self.events:
            yield Publishes(self.store, self.events, "object arrived", delivery="at_least_once")
