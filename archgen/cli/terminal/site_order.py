"""What a site is to be made of, as options and the nearest configuration say, and how that is shown."""

from argparse import Namespace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from archgen.configuring.shown import Row
    from archgen.configuring.site_settings import SiteSettings
    from archgen.pipeline.site_build import SiteOrder


def site_order(options: Namespace) -> "SiteOrder":
    """What is to be built. Raises ConfigurationError or UsageError."""
    from pathlib import Path

    from archgen.configuring.site_table import site_settings
    from archgen.loading.text_file import read_text
    from archgen.pipeline.site_address import site_address
    from archgen.pipeline.site_build import SiteOrder
    from archgen.pipeline.site_specs import site_specs

    address = site_address(options.base_url, Path())
    settings = site_settings(Path(), read_text)
    return SiteOrder(site_specs(settings, options.specs), settings, address, not options.no_exec)


def site_folder(options: Namespace, settings: "SiteSettings") -> "Path":
    """Where the site goes."""
    from pathlib import Path

    from archgen.configuring.site_settings import OUTPUT

    return Path(options.output or (settings.output.path if settings.output else OUTPUT))


def show_site(options: Namespace) -> None:
    """Print every setting with where it comes from."""
    from archgen.configuring.command_line import CommandLine
    from archgen.configuring.site_shown import site_rows
    from archgen.pipeline.settling import Settling

    order = site_order(options)
    settings = order.settings
    on = CommandLine(config=settings.path or None, isolated=not settings.path, execute=order.execute)
    rules = Settling(on).configuration(settings.path).rule_paths
    rows = list(site_rows(settings, [*_above(options, order)], rules, order.specs, options.output))
    widths = [max(len(getattr(row, column)) for row in rows) for column in ("name", "value")]
    for row in rows:
        print(f"{row.name:{widths[0]}}  {row.value:{widths[1]}}  {row.origin}")


def _above(options: Namespace, order: "SiteOrder") -> "list[Row]":
    """What stands above [site], or on the command line."""
    from pathlib import Path

    from archgen.configuring.configuration import DEFAULT
    from archgen.configuring.shown import NONE, Row
    from archgen.configuring.tables import origin
    from archgen.configuring.top_texts import base_url_said, theme_said
    from archgen.loading.text_file import read_text

    theme, address = theme_said(Path(), read_text), base_url_said(Path(), read_text)
    worn = Row("theme", theme.text, origin(theme.place)) if theme else Row("theme", "auto")
    place = "--base-url" if options.base_url else origin(address.place) if address else DEFAULT
    return [
        Row("theme", options.theme, "--theme") if options.theme else worn,
        Row("base-url", order.address or NONE, place),
    ]
