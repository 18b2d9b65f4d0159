"""Sites that are small: of designs of two or three components, without archgen's library."""

from pathlib import Path

from archgen.configuring.configuration import Said
from archgen.configuring.site_settings import SiteSettings
from archgen.pipeline.site_build import SiteBuilt, build_site
from archgen.pipeline.site_order import SiteOrder

ALONE = SiteSettings(library=Said(False))
PYTHON = """from archgen import Calls, Client, Design, Service
from names import NAME

design = Design(NAME, [Calls(Client("App"), Service("API"))])
"""
NAMES = 'NAME = "Imported"\n'
YAML = """archgen: 1
design: {name}
include: [parts.yaml]
connections:
  - {{kind: calls, from: app, to: api}}
"""
PARTS = """archgen: 1
components:
  app: {kind: client}
  api: {kind: service, name: Included}
"""


def write(folder: Path) -> list[str]:
    """Two designs: one in Python with a module beside it, one in YAML that includes a file."""
    files = {"imports.py": PYTHON, "names.py": NAMES, "includes.yaml": YAML.format(name="Including"), "parts.yaml": PARTS}
    for name, text in files.items():
        (folder / name).write_text(text)
    return ["imports.py", "includes.yaml"]


def build(specs: list[str], jobs: int = 0, settings: SiteSettings = ALONE, cache: Path | None = Path("kept")) -> SiteBuilt:
    """Build a site of designs of the current folder into `public`."""
    return build_site(SiteOrder(specs, settings), Path("public"), cache=cache, jobs=jobs)
