"""What is to be built as a site."""

from collections.abc import Sequence
from dataclasses import field

from archgen.configuring.site_settings import SiteSettings
from archgen.values import dataclass


@dataclass(frozen=True)
class SiteOrder:
    """What is to be built: the designs of these files, what else the settings name, and where it will be published.

    `address` has a slash at its end; empty where nobody says it.
    """

    specs: Sequence[str]
    settings: SiteSettings = field(default_factory=SiteSettings)
    address: str = ""
    execute: bool = True
