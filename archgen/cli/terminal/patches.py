"""Changes to files on the screen."""

import re
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from archgen.pipeline.fixing import Change
    from archgen.pipeline.formatting import Layout

# The end of a line for terminals and runners, but not for patches.
RETURN = re.compile(r"\r(?!\n)")


def show_patches(changes: "Iterable[Change | Layout]") -> None:
    """Print what would change, as patches."""
    from archgen.pipeline.patch import patch

    for change in changes:
        sys.stdout.write(harmless(patch(change.path, change.before, change.after)))


def harmless(text: str) -> str:
    """A patch, without what terminals and GitHub's runners would obey."""
    from archgen.dsl.runner_commands import disarmed
    from archgen.dsl.texts import UNSHOWN

    return disarmed(RETURN.sub("\ufffd", UNSHOWN.sub("\ufffd", text)))
