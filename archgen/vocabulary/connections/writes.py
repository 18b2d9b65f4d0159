"""Writes."""

from typing import ClassVar

from archgen.dsl.connection import Connection
from archgen.dsl.word import word


@word
class Writes(Connection):
    """Changes something that the target keeps."""

    verb: ClassVar[str] = "writes"

    idempotent: bool | None = None
