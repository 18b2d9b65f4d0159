"""The hostile design, read from a file, and its document: drawn once for all that look at it."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from archgen.loading import library
from archgen.model.dossier import Dossier
from archgen.model.link import link
from archgen.pipeline import documenting
from archgen.pipeline.means import Means
from archgen.pipeline.picture_cache import PictureCache
from archgen.pipeline.reading import read
from tests.hostile.everything import hostile

# So many figures suffice where each is painted anew.
FEW = 3


@pytest.fixture(scope="session")
def spec(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "hostile.yaml"
    path.write_text(library.exporter("yaml").write(link(hostile()[0])), "utf-8")
    return path


@pytest.fixture(scope="session")
def dossier(spec: Path) -> Dossier:
    """Without most of the figures into which so large a design is divided."""
    means = Means(pictures=PictureCache(Path(os.environ["ARCHGEN_CACHE_DIR"])))
    whole = documenting.dossier(read(str(spec)), means=means, pictures=True)
    return replace(whole, views=whole.views[:FEW], figures=(*whole.views[:FEW], *whole.figures[-FEW:]))
