"""What is known of the last build of a site: whether all that it was made from, and all that it made, is as it was."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from archgen.loading.recorded import Reads, changed
from archgen.pipeline.cache_folder import CacheFolder

INNER: Final = "sites"


@dataclass(frozen=True)
class Record:
    """A build: the state of archgen and what was asked of it, what was read, and each file that was written with its digest."""

    told: str
    reads: Reads
    held: Mapping[str, str]
    size: int


class Records:
    """The last build into a folder, kept in a cache."""

    def __init__(self, cache: Path, folder: Path) -> None:
        self.files = CacheFolder(cache, INNER)
        self.name = sha256(str(folder.resolve()).encode(errors="surrogatepass")).hexdigest() + ".json"

    def unchanged(self, told: str, held: Mapping[str, str]) -> Record | None:
        """The last build, if it would be the same now: `held` is what is in the folder."""
        try:
            record = Record(**json.loads(self.files.read(self.name)))
            same = record.told == told and record.held == held and not changed(record.reads)
        except (OSError, ValueError, TypeError, AttributeError):
            return None
        return record if same else None

    def keep(self, record: Record) -> None:
        """Remember a build, if that can be done."""
        self.files.write(self.name, json.dumps(asdict(record), separators=(",", ":")).encode())
