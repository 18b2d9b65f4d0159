"""Copy the icons that figures use from Tabler's outline set, with its licence.

    npm pack @tabler/icons@3.51.0 && tar xzf tabler-icons-3.51.0.tgz
    python tools/bake_icons.py package

Writes archgen/svg/icons/. The same input gives the same bytes.
"""

import json
import re
import shutil
import sys
from pathlib import Path

ICONS = Path(__file__).parents[1] / "archgen" / "svg" / "icons"
NAMES = """
activity address-book affiliate alert-triangle api archive arrow-fork arrows-shuffle arrows-split-2 bell bolt box
broadcast browser bucket building-warehouse calendar-time camera certificate chart-bar chart-line check circle-check
circle-x clock cloud cloud-computing code container cpu credit-card cube database database-cog database-star
device-desktop device-laptop device-mobile device-tv device-watch download engine eye file files filter fingerprint flag
folder gauge git-branch git-merge help hierarchy history hourglass id key lambda language layout-grid link list-check
list-search lock mail map-pin message messages package photo player-play plug puzzle question-mark refresh repeat robot
rotate-clockwise route router scale search server server-2 server-bolt server-cog settings settings-automation share
shield shopping-cart sitemap stack-2 switch-horizontal table terminal-2 ticket timeline tool topology-ring-3
topology-star-3 trash upload user users versions video wave-sine webhook wifi world world-share x
""".split()  # noqa: SIM905


def main() -> None:
    """Bake the icons from the unpacked package given on the command line."""
    package = Path(sys.argv[1])
    ICONS.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(package / "LICENSE", ICONS / "MIT.txt")
    icons = {name: _outline(package / "icons" / "outline" / f"{name}.svg") for name in NAMES}
    (ICONS / "tabler.json").write_text(json.dumps(icons, indent=0, sort_keys=True) + "\n", "utf-8")


def _outline(source: Path) -> str:
    """All strokes of an icon as one path; the clear square that every icon begins with is left out."""
    drawn = source.read_text("utf-8").replace('<path stroke="none" d="M0 0h24v24H0z" fill="none" />', "")
    strokes = re.findall(r'<path d="(M[^"]+)" ?/>', drawn)
    assert len(strokes) == drawn.count("<path") == drawn.count("<") - 2, f"{source.name} has more than plain paths"
    return "".join(strokes)


if __name__ == "__main__":
    main()
