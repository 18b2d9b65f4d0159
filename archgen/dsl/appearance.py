"""How a word looks in a figure: its icon and the family of its colour."""

from enum import StrEnum
from typing import Literal

Tone = Literal["neutral", "client", "edge", "compute", "data", "messaging", "external", "good", "bad"]


class Glyph(StrEnum):
    """An icon by its name in Tabler's outline set."""

    NONE = ""
    LAPTOP = "device-laptop"
    MOBILE = "device-mobile"
    BROWSER = "browser"
    SPLIT = "arrows-split-2"
    ROUTER = "router"
    SERVER = "server"
    GEARS = "settings-automation"
    STACK = "stack-2"
    BROADCAST = "broadcast"
    BOLT = "bolt"
    CYLINDER = "database"
    BUCKET = "bucket"
    GLOBE = "world-share"
    CLOUD = "cloud"
    PLUG = "plug"
    LOCK = "lock"
    BELL = "bell"
