"""archgen site serve, as a process of its own, watched in a real Chromium while the sources of the site change."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.cli.conftest import ROOT
from tests.cli.running import ran
from tests.embedding.designs import SHOP, shop

pytestmark = [pytest.mark.graphviz, pytest.mark.chromium]
BAR = "#archgen--faults"


class Serving:
    """A server that runs, its first lines read: what was built, and where it is."""

    def __init__(self, folder: Path, *words: str) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "archgen", "site", "serve", *words],
            cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        self.said: list[str] = []
        while not (found := re.search(r"http://127\.0\.0\.1:(\d+)/", self.line())):
            assert self.process.poll() is None, self.process.communicate()
        self.address, self.port = found[0], int(found[1])

    def line(self) -> str:
        assert self.process.stdout is not None
        self.said.append(self.process.stdout.readline().rstrip())
        return self.said[-1]

    def end(self) -> tuple[int, str]:
        self.process.send_signal(signal.SIGINT)
        _, complaint = self.process.communicate(timeout=30)
        return self.process.returncode, complaint


@pytest.fixture
def serving(here: Path) -> Iterator[Serving]:
    shop(here / "designs")
    (here / "pages").mkdir()
    (here / "pages" / "index.md").write_text("# Our systems\n\nAll of them.\n")
    (here / "archgen.toml").write_text('[site]\ntitle = "Ours"\nspecs = ["designs/*.yaml"]\npages = "pages"\nlibrary = false\n')
    found = Serving(here)
    yield found
    found.process.kill()
    found.process.communicate()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with closing(browser.new_page()) as page:
        page.set_default_timeout(30_000)
        yield page


def test_open_pages_follow_what_is_written_and_say_what_is_wrong(serving: Serving, page: Page, here: Path) -> None:
    design, built = here / "designs" / "shop.yaml", here / "site" / "public" / "designs" / "shop.html"
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    # A stream ends with the page that listens to it.
    page.on("requestfailed", lambda request: complaints.append(request.url) if not request.url.endswith("/-/events") else None)
    page.goto(f"{serving.address}designs/shop.html")
    expect(page.locator("h1")).to_have_text("Shop")
    design.write_text(SHOP.replace("design: Shop", "design: Shop\nsummary: It sells."), "utf-8")
    page.get_by_text("It sells.").first.wait_for()
    before = built.read_bytes()
    design.write_text(SHOP.replace("to: db", "to: dbx"), "utf-8")
    bar = page.locator(BAR)
    expect(bar).to_contain_text('designs/shop.yaml:9:19: there is no component or group "dbx"', timeout=30_000)
    assert page.get_by_text("It sells.").count() > 0
    assert built.read_bytes() == before
    page.goto(serving.address)
    expect(bar).to_contain_text("dbx", timeout=30_000)
    bar.get_by_role("button", name="Close").click()
    expect(bar).to_have_count(0)
    design.write_text(SHOP.replace("design: Shop", "design: Second shop"), "utf-8")
    page.get_by_role("link", name="Second shop").first.wait_for()
    assert complaints == []
    assert serving.end() == (0, "")
    assert b"/-/reload.js" not in built.with_name("second-shop.html").read_bytes()


def test_a_port_that_is_taken_is_refused_and_a_folder_of_somebody_else(
    serving: Serving, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = ran(capsys, "site", "serve", "--port", str(serving.port))
    assert (taken.code, taken.out) == (2, "")
    assert f"port {serving.port} cannot be used" in taken.err
    (here / "mine").mkdir()
    (here / "mine" / "thesis.txt").write_text("years of work")
    refused = ran(capsys, "site", "serve", "-o", "mine")
    assert (refused.code, refused.err) == (2, "mine holds files that archgen did not write; give an empty folder, or empty it\n")
    connection = HTTPConnection("127.0.0.1", serving.port, timeout=10)
    connection.request("GET", "/", headers={"Host": "evil.example"})
    assert connection.getresponse().status == 403
    assert serving.end() == (0, "")
