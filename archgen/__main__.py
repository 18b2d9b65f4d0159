"""Run archgen as a module: python -m archgen."""

import gc
import sys

from archgen import cli

# A command makes many values that last until it ends, in few circles: to look for these as often as Python does finds none.
CIRCLES_LOOKED_FOR_AFTER = 200_000


def main() -> int:
    """Run a command in a process of its own."""
    gc.set_threshold(CIRCLES_LOOKED_FOR_AFTER)
    try:
        return cli.main()
    finally:
        gc.freeze()  # all goes when the process ends; to look for circles in it once more takes a tenth of a short command


if __name__ == "__main__":
    sys.exit(main())
