"""archgen serve, as a process of its own, watched in a real Chromium while its file changes."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.cli.conftest import ROOT
from tests.cli.running import Ran, ran

pytestmark = [pytest.mark.graphviz, pytest.mark.chromium]
CONTRAST = (ROOT / "tests" / "website" / "contrast.js").read_text("utf-8")
SHOP = """archgen: 1
design: Shop
summary: A small shop.
include: [stores.yaml]
components:
  app: {kind: client, name: App, devices: 100}
  api: {kind: service, name: Api, replicas: 2}
connections:
  - {kind: calls, from: app, to: api, label: asks, retry: 3, rate: 20/s}
"""
STORES = "components:\n  store: {kind: database, name: Store}\nconnections:\n  - {kind: writes, from: api, to: store}\n"


class Serving:
    """A server that runs, and its lines as they come."""

    def __init__(self, folder: Path, *words: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "archgen", "serve", *words],
            cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        said = re.search(r"http://127\.0\.0\.1:\d+/", self.line())
        assert said
        self.address = said[0]

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().rstrip()

    def end(self, number: int = signal.SIGINT) -> tuple[int, str]:
        self.process.send_signal(number)
        _, complaint = self.process.communicate(timeout=20)
        return self.process.returncode, complaint


@pytest.fixture
def folder(here: Path) -> Path:
    (here / "shop.yaml").write_text(SHOP)
    (here / "stores.yaml").write_text(STORES)
    return here


@pytest.fixture
def serving(folder: Path) -> Iterator[Serving]:
    found = Serving(folder, "shop.yaml")
    yield found
    found.process.kill()
    found.process.communicate()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with closing(browser.new_page()) as page:
        yield page


def test_a_change_is_shown_a_mistake_is_said_in_place_and_mending_it_is_enough(
    serving: Serving, page: Page, folder: Path
) -> None:
    troubles: list[str] = []
    page.on("pageerror", lambda problem: troubles.append(str(problem)))
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.goto(serving.address)
    page.wait_for_selector("#figure-components svg text:text('Store')")
    assert page.title() == "Shop"
    assert page.inner_text(".facts").startswith("3 components, 2 connections")
    assert page.locator("#findings .finding").count() > 0
    assert page.locator("#numbers td").count() > 0
    page.evaluate("document.body.dataset.kept = 'yes'; window.scrollTo(0, 200)")

    (folder / "shop.yaml").write_text(SHOP.replace("name: Api", "name: Orders"))
    page.wait_for_selector("#figure-components svg text:text('Orders')")
    (folder / "stores.yaml").write_text(STORES.replace("name: Store", "name: Ledger"))
    page.wait_for_selector("#figure-components svg text:text('Ledger')")

    (folder / "shop.yaml").write_text(SHOP.replace("replicas: 2", "replcas: 2"))
    page.wait_for_selector(".problems[role=alert]")
    assert page.inner_text(".problems li") == 'shop.yaml:7:35 Service has no attribute "replcas"; did you mean "replicas"?'
    assert page.locator("#figure-components svg text:text('Ledger')").count() == 1
    assert page.title() == "Broken: Shop"

    (folder / "shop.yaml").unlink()
    page.wait_for_selector(".problems li:has-text('cannot be read')")
    (folder / "shop.yaml").write_text(SHOP)
    page.wait_for_selector("#figure-components svg text:text('Api')")
    assert page.locator(".problems").count() == 0
    assert page.title() == "Shop"
    assert page.evaluate("[document.body.dataset.kept, window.scrollY > 0]") == ["yes", True]
    assert troubles == []


def test_a_file_that_is_broken_from_the_start_is_shown_once_it_is_mended(folder: Path, page: Page) -> None:
    (folder / "shop.yaml").write_text("design: [")
    serving = Serving(folder, "shop.yaml", "--theme", "high-contrast")
    try:
        page.goto(serving.address)
        page.wait_for_selector(".problems code:has-text('shop.yaml:2:1')")
        (folder / "shop.yaml").write_text(SHOP)
        page.wait_for_selector("#figure-components svg")
    finally:
        assert serving.end() == (0, "")


def test_a_python_specification_follows_its_modules(folder: Path, page: Page) -> None:
    (folder / "parts.py").write_text("from archgen import Service\n\napi = Service('Api')\n")
    (folder / "shop.py").write_text("from archgen import Design\nfrom parts import api\n\ndesign = Design('Shop', [api])\n")
    serving = Serving(folder, "shop.py")
    try:
        page.goto(serving.address)
        page.wait_for_selector("svg text:text('Api')")
        (folder / "parts.py").write_text("from archgen import Service\n\napi = Service('Apo')\n")
        page.wait_for_selector("svg text:text('Apo')")
        (folder / "parts.py").write_text("from archgen import Service\n\napi = Service('Apo', replcas=2)\n")
        page.wait_for_selector(".problems li:has-text('replcas')")
        (folder / "parts.py").write_text("1 / 0\n")
        page.wait_for_selector(".problems li:has-text('ZeroDivisionError')")
    finally:
        assert serving.end()[0] == 0


def test_the_page_is_quiet_and_legible_by_light_and_in_the_dark(serving: Serving, page: Page) -> None:
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.goto(serving.address)
        page.wait_for_selector("#figure-components svg")
        assert page.evaluate(CONTRAST) == []
        for width in (1280, 390):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.click("button.theme")
    assert page.get_attribute("html", "data-theme") == "light"


def test_the_page_says_when_the_server_has_gone(serving: Serving, page: Page) -> None:
    page.goto(serving.address)
    page.wait_for_selector("#figure-components svg")
    assert page.is_hidden(".lost")
    assert serving.end() == (0, "")
    page.wait_for_selector(".lost:visible")


def test_what_a_design_says_runs_nothing(folder: Path, page: Page) -> None:
    hostile = "</style><script>document.body.dataset.ran=1</script><img src=x onerror=document.body.dataset.ran=1>"
    (folder / "shop.yaml").write_text(
        SHOP.replace("name: Api", f"name: '{hostile}'").replace("design: Shop", f"design: '{hostile}'")
    )
    serving = Serving(folder, "shop.yaml")
    try:
        page.goto(serving.address)
        page.wait_for_selector("#figure-components svg")
        (folder / "shop.yaml").write_text(f"archgen: 1\ndesign: Shop\n'{hostile}': 1\n")
        page.wait_for_selector(".problems li")
        assert page.evaluate("document.body.dataset.ran") is None
    finally:
        serving.end()


def test_two_ctrl_c_or_one_it_ends_quietly_and_soon(serving: Serving) -> None:
    assert serving.line().startswith("drawn")
    assert serving.end() == (0, "")


def test_what_cannot_be_served_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert ran(capsys, "serve", "-") == Ran(2, "", "what is piped in does not change; give a file to watch\n")
    assert ran(capsys, "serve", "shop.yaml", "--theme", "drak").err == 'there is no theme "drak"; did you mean "dark"?\n'
    assert '"http" is no port, such as 8000' in ran(capsys, "serve", "shop.yaml", "--port", "http").err
