"""archgen baseline, and how an existing system lives with it."""

import json
from pathlib import Path

import pytest

from archgen.model.catalogue import folded
from tests.cli.running import Ran, ran

RULE = "queue-without-dead-letter"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder of its own."""
    (tmp_path / "repository").mkdir()
    monkeypatch.chdir(tmp_path / "repository")


def design(name: str, queues: int, *, mended: int = 0) -> None:
    """A design in which every queue is without a dead letter queue, but for those that were mended."""
    lines = ["archgen: 1", f"design: {name}", "components:", "  api: {kind: service}", "  worker: {kind: worker}"]
    for number in range(queues):
        more = ", dead_letter: true" if number < mended else ""
        lines.append(f"  jobs_{number}: {{kind: queue{more}}}")
    lines.append("connections:")
    for number in range(queues):
        lines.append(f"  - {{kind: publishes, from: api, to: jobs_{number}}}")
        lines.append(f"  - {{kind: consumes, from: worker, to: jobs_{number}}}")
    Path(f"{folded(name)}.arch.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def lint(capsys: pytest.CaptureFixture[str], *more: str) -> Ran:
    designs = sorted(str(path) for path in Path().glob("*.arch.yaml"))
    return ran(capsys, "lint", "--fail-on", "warning", *more, *designs)


def summary(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, int]:
    found: dict[str, int] = json.loads(lint(capsys, "--format", "json", *more).out)["summary"]
    return found


def entries() -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(Path("archgen-baseline.json").read_text("utf-8"))["entries"]
    return found


def count(rule: str = RULE) -> int:
    return sum(int(str(entry["count"])) for entry in entries() if entry["rule"] == rule)


def test_a_repository_with_200_findings_adopts_archgen_in_one_command(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(4):
        design(f"System {number}", 50)
    before = summary(capsys)
    found = before["errors"] + before["warnings"] + before["infos"]
    assert before["warnings"] >= 200
    assert lint(capsys).code == 1

    assert ran(capsys, "baseline", "create") == Ran(0, f"archgen-baseline.json: keeps {found} findings\n", "")
    green = summary(capsys)
    assert (lint(capsys, "--fail-on", "info").code, green["baselined"], green["stale"]) == (0, found, 0)

    design("System 0", 51)
    red = lint(capsys)
    assert red.code == 1
    assert [line.split()[-2:] for line in red.out.splitlines() if " warning " in line and "arch.yaml" in line] == [
        ["LT017", RULE]
    ]
    assert "jobs_50" in red.out or "Jobs 50" in red.out

    design("System 0", 51, mended=1)
    assert lint(capsys).code == 1
    design("System 0", 50, mended=1)
    mended = summary(capsys)
    assert (lint(capsys).code, mended["baselined"], mended["stale"]) == (0, found - 1, 1)

    assert ran(capsys, "baseline", "prune").out == f"archgen-baseline.json: keeps {found - 1} findings, before {found}\n"
    assert (lint(capsys).code, summary(capsys)["stale"]) == (0, 0)
    design("System 0", 50)
    assert lint(capsys).code == 1


def test_lines_do_not_matter(capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 2)
    ran(capsys, "baseline", "create")
    path = Path("shop.arch.yaml")
    path.write_text("# A comment\n\n" + path.read_text("utf-8").replace("components:", "\n\ncomponents:"), "utf-8")
    assert lint(capsys).code == 0


def test_a_baseline_that_is_there_is_not_written_over(capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 1)
    ran(capsys, "baseline", "create")
    result = ran(capsys, "baseline", "create")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("archgen-baseline.json is there already; `archgen baseline update`")


def test_a_folder_is_no_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 1)
    Path("kept").mkdir()
    said = "kept is a folder; give a file, such as kept/archgen-baseline.json\n"
    assert ran(capsys, "baseline", "create", "--baseline", "kept") == Ran(2, "", said)


@pytest.mark.parametrize("action", ["update", "prune"])
def test_a_baseline_that_is_not_there_is_not_brought_up_to_date(action: str, capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 1)
    result = ran(capsys, "baseline", action)
    assert (result.code, result.err) == (2, "there is no baseline archgen-baseline.json; `archgen baseline create` writes it\n")
    assert not Path("archgen-baseline.json").exists()


@pytest.mark.parametrize(("more", "left"), [((), 2), (("--grow",), 4)])
def test_only_an_update_that_may_grow_takes_in_what_is_new(
    more: tuple[str, ...], left: int, capsys: pytest.CaptureFixture[str]
) -> None:
    design("Shop", 3)
    ran(capsys, "baseline", "create")
    design("Shop", 5, mended=1)
    assert ran(capsys, "baseline", "update", *more).code == 0
    assert count() == left
    assert lint(capsys).code == (0 if more else 1)


def test_only_the_designs_that_are_given_are_brought_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 1)
    design("Chat", 1)
    ran(capsys, "baseline", "create")
    design("Shop", 1, mended=1)
    design("Chat", 1, mended=1)
    ran(capsys, "baseline", "update", "shop.arch.yaml")
    assert [entry["design"] for entry in entries() if entry["rule"] == RULE] == ["Chat"]


def test_entries_of_designs_that_are_gone_are_told_and_taken_out_when_that_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    design("Shop", 1)
    design("Chat", 1)
    ran(capsys, "baseline", "create")
    Path("chat.arch.yaml").unlink()
    assert "of them of designs that were not given" in ran(capsys, "baseline", "prune").out
    assert "not given" not in ran(capsys, "baseline", "prune", "--absent").out
    assert {entry["design"] for entry in entries()} == {"Shop"}


@pytest.mark.parametrize(
    "words", [("update", "--absent"), ("prune", "--grow"), ("create", "--grow"), (), ("shrink",)], ids=" ".join
)
def test_an_action_takes_its_own_options_alone(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 1)
    result = ran(capsys, "baseline", *words)
    assert (result.code, result.out) == (2, "")
    assert "usage: archgen" in result.err


def test_where_no_design_is_found_one_has_to_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    result = ran(capsys, "baseline", "create")
    assert (result.code, result.out) == (2, "")
    assert result.err.endswith("; name one: archgen baseline create SPEC\n")


def test_each_configuration_has_its_baseline_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    Path("team").mkdir()
    Path("team/archgen.toml").write_text("", "utf-8")
    design("Shop", 1)
    design("Chat", 1)
    Path("chat.arch.yaml").rename("team/chat.yaml")
    ran(capsys, "baseline", "create", "shop.arch.yaml", "team/chat.yaml")
    assert [entry["design"] for entry in entries() if entry["rule"] == RULE] == ["Shop"]
    assert '"design": "Chat"' in Path("team/archgen-baseline.json").read_text("utf-8")
    assert ran(capsys, "lint", "--fail-on", "info", "shop.arch.yaml", "team/chat.yaml").code == 0


def test_the_configuration_may_name_another_file_and_the_command_line_a_third(capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 1)
    Path("archgen.toml").write_text('[lint]\nbaseline = "kept/findings.json"\n', "utf-8")
    assert lint(capsys).err == "archgen.toml:2: there is no baseline kept/findings.json; `archgen baseline create` writes it\n"
    assert ran(capsys, "baseline", "create").out.startswith("kept/findings.json: keeps ")
    assert lint(capsys).code == 0
    assert ran(capsys, "baseline", "create", "--baseline", "third.json", "shop.arch.yaml").out.startswith("third.json: keeps ")
    Path("kept/findings.json").unlink()
    assert lint(capsys, "--baseline", "third.json").code == 0
    assert lint(capsys, "--baseline", "fourth.json").err.startswith("--baseline: there is no baseline fourth.json; ")


def test_without_a_baseline_all_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 1)
    ran(capsys, "baseline", "create")
    assert (lint(capsys, "--no-baseline").code, lint(capsys, "--isolated").code) == (1, 1)
    assert lint(capsys, "--isolated", "--baseline", "archgen-baseline.json").code == 0
    assert lint(capsys, "--no-baseline", "--baseline", "archgen-baseline.json").code == 2


def test_findings_of_locked_rules_are_not_taken_and_stay_red(capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 2)
    Path("archgen.toml").write_text(f'[lint]\nlocked = ["{RULE}"]\n', "utf-8")
    assert ran(capsys, "baseline", "create").out.endswith(", but not 2 findings of locked rules\n")
    assert (count(), lint(capsys).code) == (0, 1)
    Path("archgen.toml").unlink()
    ran(capsys, "baseline", "update", "--grow")
    assert (count(), lint(capsys).code) == (2, 0)
    Path("archgen.toml").write_text(f'[lint]\nlocked = ["{RULE}"]\n', "utf-8")
    assert lint(capsys).code == 1


def test_the_same_designs_give_the_same_baseline(capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 3)
    design("Chat", 2)
    ran(capsys, "baseline", "create", "shop.arch.yaml", "chat.arch.yaml")
    ran(capsys, "baseline", "create", "--baseline", "again.json", "chat.arch.yaml", "shop.arch.yaml")
    assert Path("again.json").read_bytes() == Path("archgen-baseline.json").read_bytes()


def test_a_design_that_cannot_be_read_leaves_the_baseline_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    design("Shop", 1)
    ran(capsys, "baseline", "create")
    before = Path("archgen-baseline.json").read_bytes()
    Path("shop.arch.yaml").write_text("archgen: 1\n", "utf-8")
    assert ran(capsys, "baseline", "update").code == 2
    assert Path("archgen-baseline.json").read_bytes() == before
