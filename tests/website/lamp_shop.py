"""A small shop as a page of a site, for those who try its figures in a browser."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Locator, Page

from archgen.model.page import Site
from archgen.pipeline.means import ORDINARY
from archgen.pipeline.publishing import design_leaf
from archgen.pipeline.reading import read
from archgen.website.assemble import assemble
from tests.website.library import TEMPLATES, content

SPEC = """
archgen: 1
design: Lamp shop
groups:
  back: {name: Back}
components:
  app: {kind: client, devices: 900}
  api: {kind: service, name: Order API, replicas: 2, capacity: 100/s, task_duration: 20ms, in: back}
  lamps: {kind: relational_database, latency: 5ms, in: back}
  bank: {kind: external_system}
connections:
  - {kind: calls, from: app, to: api, label: order, rate: 10/s}
  - {kind: writes, from: api, to: lamps, label: keep it}
  - {kind: calls, from: api, to: bank, label: charge}
walkthroughs:
  - name: Buy a lamp
    steps:
      - {along: app-calls-api, text: one lamp}
      - along: api-calls-bank
        text: forty euros
        otherwise:
          - when: it is refused
            failure: true
            ends: true
            steps: [{along: app-calls-api, text: no lamp, back: true}]
      - {along: api-writes-lamps}
      - {along: app-calls-api, text: sold, back: true}
"""
PATH = "designs/lamp-shop.html"


@cache
def lamp_shop() -> Site:
    """The site that has it as its only design."""
    with TemporaryDirectory() as folder:
        spec = Path(folder) / "shop.yaml"
        spec.write_text(SPEC, "utf-8")
        leaf = design_leaf(read(str(spec)), ORDINARY, lambda _: None)
    return assemble(replace(content(), designs=[leaf]), TEMPLATES)


def figure(page: Page, name: str = "components") -> Locator:
    """A figure of the page."""
    return page.locator(f"figure[data-figure={name}]")


def violations(page: Page) -> list[str]:
    """What axe-core finds on an open page: the rule, and the first element."""
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate("axe.run({resultTypes: ['violations'], preload: false})")
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found["violations"]]
