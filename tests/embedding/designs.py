"""A design for pages to show."""

import re
from pathlib import Path

SHOP = """\
archgen: 1
design: Shop
components:
  app: {kind: client}
  api: {kind: service}
  db: {kind: database}
connections:
- {from: app, to: api, kind: calls}
- {from: api, to: db, kind: reads}
"""


def shop(folder: Path) -> Path:
    """Write it into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "shop.yaml"
    path.write_text(SHOP, "utf-8")
    return path


def without_figures(html: str) -> str:
    """A page with the class of each figure in its place."""
    return re.sub(r'<svg .*?class="([^"]+)".*?</svg>', r"[\1]", html, flags=re.DOTALL)
