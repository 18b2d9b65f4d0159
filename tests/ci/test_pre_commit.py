"""The hooks for pre-commit: installed by pre-commit itself from a repository of archgen, and run by git before a commit."""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml

from archgen.pipeline.reading import DESIGNS

ROOT = Path(__file__).resolve().parent.parent.parent
HOOKS = ROOT / ".pre-commit-hooks.yaml"
README = (ROOT / "README.md").read_text("utf-8")
# What a wheel is built of, and the hooks.
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "NOTICE", HOOKS.name, "archgen", "patterns", "templates", "site")
LAID_OUT = "archgen: 1\ndesign: Good\n\ncomponents:\n  app: {kind: client}\n"
LOOSE = LAID_OUT.replace("{kind: client}", "{ kind:   client }")
BAD = LAID_OUT.replace("client}", "service}\nwaivers: [{rule: XX001, reason: there is none}]")


class Repository:
    """A repository of git in a folder, with nothing of this machine's settings."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder = folder
        self.environment = {
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(home),
            "PRE_COMMIT_HOME": str(home / "cache"),
            # What archgen needs is there already, so that pip has to install archgen alone.
            "PYTHONPATH": sysconfig.get_path("purelib"),
            "GIT_CONFIG_NOSYSTEM": "1",
            **{f"GIT_{who}_{what}": "t@example.org" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
            **{name: value for name, value in os.environ.items() if name.startswith(("PIP_", "SSL_")) or name.endswith("_proxy")},
        }
        self.run("git", "init", "--quiet")

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(words, cwd=self.folder, env=self.environment, capture_output=True, text=True, check=False)

    def commit(self, **files: str) -> "subprocess.CompletedProcess[str]":
        """Write files, `__` standing for a dot, and commit them."""
        for name, text in files.items():
            path = self.folder / name.replace("__", ".")
            path.write_text(text)
            self.run("git", "add", "--", str(path))
        return self.run("git", "commit", "--quiet", "--message=m")

    def revision(self) -> str:
        return self.run("git", "rev-parse", "HEAD").stdout.strip()


def configuration(repository: str, revision: str) -> object:
    """That of the README, with this repository, and with the hook that the README leaves out."""
    (block,) = re.findall(r"^```yaml\n# \.pre-commit-config\.yaml\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    (one,) = yaml.safe_load(block)["repos"]
    return {"repos": [{**one, "repo": repository, "rev": revision, "hooks": [*one["hooks"], {"id": "archgen-validate"}]}]}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def archgen(tmp_path_factory: pytest.TempPathFactory, home: Path) -> Repository:
    """A repository of archgen as it is here."""
    folder = tmp_path_factory.mktemp("archgen")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "public"))
        else:
            shutil.copy(ROOT / name, folder / name)
    repository = Repository(folder, home)
    repository.run("git", "add", "--all")
    repository.commit()
    return repository


@pytest.fixture(scope="module")
def designs(tmp_path_factory: pytest.TempPathFactory, home: Path, archgen: Repository) -> Repository:
    """A repository of designs, in which the hooks run before each commit."""
    repository = Repository(tmp_path_factory.mktemp("designs"), home)
    text = yaml.dump(configuration(str(archgen.folder), archgen.revision()))
    (repository.folder / ".pre-commit-config.yaml").write_text(text)
    repository.run("git", "add", "--all")
    installed = repository.run("pre-commit", "install", "--install-hooks")
    assert installed.returncode == 0, installed.stdout + installed.stderr
    return repository


def hooks() -> "list[dict[str, str]]":
    found: list[dict[str, str]] = yaml.safe_load(HOOKS.read_text("utf-8"))
    return found


def test_the_file_is_what_pre_commit_takes(designs: Repository) -> None:
    done = designs.run("pre-commit", "validate-manifest", str(HOOKS))
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("hook", hooks(), ids=[hook["id"] for hook in hooks()])
def test_hooks_take_the_designs_that_archgen_itself_finds(hook: dict[str, str]) -> None:
    names = [name.replace("*", "shop") for name in DESIGNS if "/" not in name]
    laid_out = hook["id"] == "archgen-fmt"
    for name in names:
        for path in (name, f"deep/er/{name}"):
            assert bool(re.search(hook["files"], path)) == (not laid_out or not name.endswith(".py")), path
    for name in ("shop.yaml", "my-architecture.yaml", "architecture.yaml.bak", "arch.yaml", ".arch.yaml", "architecture.json"):
        assert not re.search(hook["files"], name), name


def test_a_commit_without_designs_needs_none(designs: Repository) -> None:
    done = designs.commit(other__yaml="a:   1\n")
    assert (done.returncode, done.stderr.count("Skipped")) == (0, 3), done.stderr


def test_a_design_is_laid_out_before_it_is_committed(designs: Repository) -> None:
    refused = designs.commit(shop__arch__yaml=LOOSE)
    assert refused.returncode == 1
    assert "files were modified by this hook" in refused.stderr
    assert (designs.folder / "shop.arch.yaml").read_text() == LAID_OUT
    designs.run("git", "add", "--all")
    assert designs.commit().returncode == 0


def test_a_finding_keeps_a_commit_back(designs: Repository) -> None:
    before = designs.revision()
    refused = designs.commit(architecture__yaml=BAD)
    assert (refused.returncode, designs.revision()) == (1, before)
    assert "AG002" in refused.stderr
    passed = designs.commit(architecture__yaml=LAID_OUT)
    assert (passed.returncode, designs.revision() == before) == (0, False), passed.stderr
    assert passed.stderr.count("Passed") == 3


def test_a_program_is_not_run_where_nothing_may_be(designs: Repository) -> None:
    refused = designs.commit(architecture__py="from archgen import Design\n\ndesign = Design('Good', [])\n")
    assert refused.returncode == 1
    assert "a Python specification would have to be run" in refused.stderr
    designs.run("git", "rm", "--force", "--quiet", "architecture.py")
