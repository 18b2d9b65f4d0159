"""The system's own Graphviz, which `make test` installs: on PATH, or where Debian puts it."""

import shutil

SYSTEM_DOT = shutil.which("dot") or "/usr/bin/dot"
