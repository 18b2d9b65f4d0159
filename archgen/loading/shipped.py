"""Where the library, the templates and the site's files are: in a checkout beside the package, installed inside it."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def shipped(name: str) -> Path:
    """The folder `patterns`, `templates`, `site/assets` or `site/pages`, from a wheel, an editable install or a checkout."""
    installed = PACKAGE / "shipped" / name
    return installed if installed.is_dir() else PACKAGE.parent / name
