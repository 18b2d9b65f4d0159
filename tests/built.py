"""The site of the example designs, built once for all tests that look at it."""

import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from archgen.pipeline.means import Means
from archgen.pipeline.picture_cache import PictureCache
from archgen.pipeline.publishing import site
from archgen.pipeline.reading import read

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = tuple(sorted(path for path in (ROOT / "examples").glob("*.py") if path.name != "__init__.py"))


@cache
def built_site() -> Mapping[str, bytes]:
    """Path to bytes."""
    means = Means(pictures=PictureCache(Path(os.environ["ARCHGEN_CACHE_DIR"])))
    return site([read(str(path)) for path in EXAMPLES], means=means)


@cache
def built_figures() -> Mapping[str, str]:
    """Every figure of the site, by its path."""
    return {path: data.decode() for path, data in built_site().items() if path.endswith(".svg") and path.startswith("figures/")}


def uncounted(text: str) -> str:
    """The text without the number of rules that there are, which every new rule raises."""
    return re.sub(r"\b\d+ rules\b", "all rules", text)
