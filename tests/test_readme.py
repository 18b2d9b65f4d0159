"""The README says what is so: every block of it is run, and every figure of it is what archgen draws."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.validators import validator_for

from tests.built import site_cache, site_folder, uncounted
from tests.ci.steps import Runner, action

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")
ENVIRONMENT = {
    **os.environ,
    "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    "NO_COLOR": "1",
    "ARCHGEN_CACHE_DIR": str(site_cache()),
}


@dataclass(frozen=True)
class Block:
    """A fenced block: its language and its text."""

    language: str
    text: str


def blocks() -> Iterator[Block]:
    for match in re.finditer(r"^```(\w*)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL):
        yield Block(match[1], match[2])


def of(language: str) -> list[str]:
    return [block.text for block in blocks() if block.language == language]


def files() -> dict[str, str]:
    """The README's files by their names, with which their blocks begin."""
    return {text.splitlines()[0].removeprefix("# "): text for text in (*of("python"), *of("yaml"))}


def read(name: str, *, schema: str = "") -> Any:
    """What one of these files says, which the schema allows."""
    said = yaml.load(files()[name], yaml.BaseLoader) if schema == "github-workflow" else yaml.safe_load(files()[name])
    if schema:
        rules = json.loads((ROOT / "tests" / "schemas" / f"{schema}.json").read_text("utf-8"))
        validator_for(rules)(rules).validate(said)
    return said


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the README's files, each named by the first line of its block."""
    made = tmp_path_factory.mktemp("readme")
    for name, text in files().items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, "utf-8")
    (made / "designs").mkdir()
    shutil.copy(made / "thumbnails.yaml", made / "designs")
    (made / "examples").symlink_to(ROOT / "examples")
    return made


def test_every_block_is_of_a_language_that_is_run() -> None:
    assert {block.language for block in blocks()} == {"console", "make", "python", "yaml"}


def test_the_set_up_commands_are_a_demonstration_and_these_tests() -> None:
    assert of("make") == ["make demo\nmake test\n"]
    subprocess.run(["make", "--dry-run", "test"], cwd=ROOT, check=True, capture_output=True)


@pytest.mark.graphviz
def test_the_demonstration_makes_the_files_that_it_names(tmp_path: Path) -> None:
    """In the environment that these tests run in, which needs no setting up, with what other tests of this run have drawn."""
    assert site_folder().is_dir()
    ready = f"{sys.prefix}/.installed"
    command = ["make", "demo", f"--old-file={ready}", f"VENV={sys.prefix}", f"DEMO={tmp_path}"]
    done = subprocess.run(command, cwd=ROOT, env=ENVIRONMENT, capture_output=True, text=True, check=True)
    named = [word for line in done.stdout.splitlines() if line.startswith("The ") for word in line.split() if "/" in word]

    assert len(named) == 4
    assert [path for path in named if not Path(path).is_file()] == []


@pytest.mark.graphviz
@pytest.mark.parametrize("text", of("console"))
def test_every_command_prints_what_is_shown(text: str, folder: Path) -> None:
    for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", text, re.MULTILINE):
        done = subprocess.run(command, shell=True, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)

        assert done.returncode < 2, done.stderr
        if shown.strip() and shown.strip() != "...":
            assert uncounted(done.stdout.strip()) == uncounted(shown.strip())


@pytest.mark.graphviz
def test_the_figure_of_the_design_is_what_is_drawn(folder: Path) -> None:
    subprocess.run(
        ["archgen", "render", "thumbnails.py", "-o", "drawn.svg"], cwd=folder, env=ENVIRONMENT, check=True, capture_output=True
    )

    assert (folder / "drawn.svg").read_bytes() == (ROOT / "docs" / "figures" / "thumbnails.svg").read_bytes()


def test_the_hooks_that_are_named_are_there() -> None:
    known = {hook["id"] for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
    (repository,) = read(".pre-commit-config.yaml")["repos"]
    assert {hook["id"] for hook in repository["hooks"]} <= known


def test_the_workflow_checks_the_designs(folder: Path, tmp_path: Path) -> None:
    """As GitHub would, with the archgen that is installed here."""
    jobs = read(".github/workflows/designs.yml", schema="github-workflow")["jobs"]
    _, own, upload = jobs["lint"]["steps"]
    assert own["uses"].startswith("OWNER/archgen@")
    runner = Runner(folder, tmp_path, {"actions/setup-python": {"python-path": sys.executable}})
    runner.kept["install"] = {"archgen": str(Path(sys.executable).parent / "archgen")}
    done = runner.run(ROOT / "action.yml", own["with"])

    assert (done.code, done.outputs) == (1, {"exit-code": "1", "sarif": own["with"]["sarif"]}), done.err
    assert re.search(r"^::(error|warning) file=designs/thumbnails.yaml,line=\d+", done.out)
    assert "thumbnails.yaml" in done.summary
    assert (folder / done.outputs["sarif"]).is_file()
    used = {f"steps.{own['id']}.outputs.{name}" for name in action(ROOT / "action.yml")["outputs"]}
    assert set(re.findall(r"steps\.[\w.-]+", f"{upload}")) <= used


def test_the_pipeline_checks_the_designs(folder: Path) -> None:
    job = read(".gitlab-ci.yml", schema="gitlab-ci")["designs"]
    install, *script = job["script"]
    assert install == "pip install archgen"
    done = subprocess.run(
        ["bash", "-ec", "\n".join(script)], cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (1, "")
    schema = json.loads((ROOT / "tests" / "schemas" / "gitlab-code-quality.json").read_text("utf-8"))
    report = json.loads((folder / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    validator_for(schema)(schema).validate(report)
    assert report


def test_every_link_leads_to_a_file() -> None:
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", README) + re.findall(r'(?:src|srcset)="([^"]+)"', README)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []
