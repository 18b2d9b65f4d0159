"""Two folders that take one another's place at once, where the system can do that."""

import ctypes
import os
import sys
from errno import EINVAL, ENOSYS, ENOTSUP
from functools import cache
from pathlib import Path
from typing import Any, Final

HERE: Final = -100  # AT_FDCWD: paths are read from the current folder
EXCHANGE: Final = 2  # RENAME_EXCHANGE of Linux
SWAP: Final = 2  # RENAME_SWAP of macOS
UNKNOWN: Final = (ENOSYS, EINVAL, ENOTSUP)


def exchange(one: Path, other: Path) -> bool:
    """Let two that both exist take one another's place. False where neither the system nor its files know how; else OSError."""
    call = _call()
    if call is None:
        return False
    if call(os.fsencode(one), os.fsencode(other)) == 0:
        return True
    number = ctypes.get_errno()
    if number in UNKNOWN:
        return False
    raise OSError(number, os.strerror(number), str(other))


@cache
def _call() -> Any:
    """What the C library calls it; None where it has nothing of the kind."""
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            swap = library.renamex_np
            return lambda one, other: swap(one, other, ctypes.c_uint(SWAP))
        rename = library.renameat2
    except (AttributeError, OSError, TypeError):
        return None
    return lambda one, other: rename(HERE, one, HERE, other, ctypes.c_uint(EXCHANGE))
