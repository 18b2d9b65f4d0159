"""Builds that are killed: a site of some hundred files, written again and again until somebody ends it."""

import sys
from itertools import count
from pathlib import Path

from archgen.pipeline.whole_folder import replace_folder

FILES, SIZE = 120, 200


def files(number: int) -> dict[str, bytes]:
    """The site of that number: every file says which it is of."""
    return {f"{name % 7}/{name}.html": f"{number} ".encode() * SIZE for name in range(FILES)}


def main(folder: Path) -> None:
    """Write one site after another into a folder, and say when the first is there."""
    for number in count(1):
        replace_folder(folder, files(number))
        if number == 1:
            sys.stdout.write("ready\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
