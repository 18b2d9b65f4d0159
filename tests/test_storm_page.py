"""What the page about numbers shows of simulations is what is printed and drawn."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import ran
from tests.conftest import Golden

PAGES = Path(__file__).resolve().parent.parent / "site" / "pages"
PAGE = (PAGES / "40-numbers.md").read_text("utf-8")
FIGURES = re.findall(r"^!\[[^\]]+\]\(figures/(\w+)-(\w+)\.svg\)$", PAGE, re.MULTILINE)
SHOWN = [
    block.partition("\n")
    for block in re.findall(r"^```console\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    if block.startswith("$ archgen simulate")
]
# How each design differs from the one that the page shows whole.
VARIED = {
    "tickets": ("", ""),
    "once": ("retry: {attempts: 3, backoff: none}", "retry: false"),
    "news": ("", ""),
    "guarded": ("hit_latency: 1ms", "hit_latency: 1ms, miss_limit: {rate: 80/s, burst: 20}"),
}
SHOWN_WHOLE = {"tickets": "tickets", "once": "tickets", "news": "news", "guarded": "news"}


def design(name: str) -> str:
    """As the page shows it, or with the change that it tells."""
    whole: str = next(
        block.partition("\n")[2]
        for block in re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
        if block.startswith(f"# {SHOWN_WHOLE[name]}.yaml\n")
    )
    before, after = VARIED[name]
    assert before in whole
    return whole.replace(before, after)


@pytest.mark.parametrize(
    ("command", "output"), [(command, output) for command, _, output in SHOWN], ids=[one[0] for one in SHOWN]
)
def test_what_is_simulated_is_printed_and_drawn_as_it_is_shown(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    golden: Callable[[str], Golden],
    command: str,
    output: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    words = command.split()[2:]
    name, folder = Path(words[1]).stem, words[-1]
    Path(words[1]).write_text(design(name))
    result = ran(capsys, *words)
    assert (result.code, result.out) == (0, output)
    for shown, chart in FIGURES:
        if shown == folder:
            assert Path(folder, f"{chart}.svg").read_bytes() == golden(f"../../site/pages/figures/{shown}-{chart}.svg")


def test_every_figure_is_one_of_a_command_and_every_file_is_shown() -> None:
    assert {shown for shown, _ in FIGURES} == {words[0].split()[-1] for words in SHOWN}
    assert sorted(path.stem for path in (PAGES / "figures").iterdir()) == sorted("-".join(one) for one in FIGURES)
