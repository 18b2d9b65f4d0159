"""What stands at the edges is tested in an empty folder."""

import pytest


@pytest.fixture(autouse=True)
def here() -> None:
    """No files beside the test."""
