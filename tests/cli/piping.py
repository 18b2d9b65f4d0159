"""What is piped into a command."""

import io
import sys

import pytest


def pipe_in(monkeypatch: pytest.MonkeyPatch, data: bytes | str) -> None:
    """Have standard input hold this."""
    bytes_of = data.encode() if isinstance(data, str) else data
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes_of)))
