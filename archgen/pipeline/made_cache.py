"""What former builds made of the units of a site, with the state of all that it was made from.

It lies beside the pictures, may be deleted at any time, and several builds may use it at once.
"""

import json
from collections.abc import Callable, Collection
from hashlib import sha256
from pathlib import Path
from typing import Final

from archgen.loading.recorded import changed
from archgen.pipeline.cache_folder import CacheFolder
from archgen.pipeline.site_units import Made, Unit, made_data, made_of

INNER: Final = "pages"


class MadeCache:
    """What was made, in a folder. `told` is all that it depends on besides files that were read for it alone, and `told_of` what
    some of it does.
    """

    def __init__(self, folder: Path, told: str, told_of: Callable[[Unit], str] = lambda _: "") -> None:
        self.files, self.told, self.told_of = CacheFolder(folder, INNER), told, told_of

    def found(self, unit: Unit) -> Made | None:
        """What was made of a unit; None where that cannot be read, or any of its files has changed."""
        try:
            first, _, rest = self.files.read(self._name(unit)).partition(b"\n")
            reads = json.loads(first)
            if not isinstance(reads, dict) or changed(reads):
                return None
            return made_of(json.loads(rest), reads)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return None

    def keep(self, unit: Unit, made: Made) -> None:
        """Keep it for the next time, if that can be done."""
        lines = (json.dumps(one, separators=(",", ":")) for one in (made.reads, made_data(made)))
        self.files.write(self._name(unit), "\n".join(lines).encode())

    def clear_out(self, units: Collection[Unit]) -> None:
        """Delete what is of none of these units, if that has become most of what there is."""
        self.files.clear_out({self._name(unit) for unit in units})

    def _name(self, unit: Unit) -> str:
        where = str(Path(unit.name).resolve()) if unit.section in ("designs", "guide", "pages") else ""
        told = f"{self.told}\n{self.told_of(unit)}\n{unit.section}\n{unit.name}\n{where}"
        return sha256(told.encode(errors="surrogatepass")).hexdigest() + ".json"
