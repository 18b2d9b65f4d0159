"""The site of the example designs, built once for all tests that look at it."""

import fcntl
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from archgen.pipeline.site_build import SiteOrder, build_site

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = tuple(sorted(path for path in (ROOT / "examples").glob("*.py") if path.name != "__init__.py"))


def site_cache() -> Path:
    """What was drawn for that site, for whoever builds it again; builds of small sites clear out the cache that they share."""
    return Path(os.environ["ARCHGEN_CACHE_DIR"]).with_name("examples-kept")


@cache
def site_folder() -> Path:
    """Where the site is written for the processes of this run of tests: the first that comes builds it, the others wait."""
    kept = site_cache()
    folder = kept.with_name("examples-site")
    with kept.with_name("examples-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            assert not build_site(SiteOrder([*map(str, EXAMPLES)]), folder, cache=kept).faults
    return folder


@cache
def built_site() -> Mapping[str, bytes]:
    """Path to bytes."""
    folder = site_folder()
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@cache
def built_figures() -> Mapping[str, str]:
    """Every figure of the site, by its path."""
    return {path: data.decode() for path, data in built_site().items() if path.endswith(".svg") and path.startswith("figures/")}


def uncounted(text: str) -> str:
    """The text without the number of rules that there are, which every new rule raises."""
    return re.sub(r"\b\d+ rules\b", "all rules", text)
