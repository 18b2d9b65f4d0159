"""How long a site of many designs takes, beside MkDocs with Material for MkDocs: python -m tests.benchmarks.site [COUNT ...].

archgen reads each design in YAML, estimates, checks and draws it, writes its document and builds the site, with nothing kept from
before; then once more with all kept, and once with one design changed. MkDocs builds the same documents, written as Markdown
before, with their figures as files beside them: it has nothing to read, to judge or to draw. Whole processes, one after another;
seconds of processors first, which other work on the machine hardly changes, and by the clock in brackets.

$ARCHGEN_BENCH_SITES names a virtual environment outside the repository; it is made, and mkdocs-material installed, where it is
not there. Without it archgen is measured alone.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from archgen.loading import library
from archgen.model.link import link
from archgen.pipeline.documenting import dossier, markdown, standalone
from archgen.pipeline.means import Means
from archgen.pipeline.picture_cache import PictureCache
from archgen.pipeline.reading import read
from tests.generated_designs import generated

ROOT = Path(__file__).resolve().parent.parent.parent
COUNTS = (100, 500)
ARCHGEN = [sys.executable, "-c", "import sys; from archgen.__main__ import main; sys.exit(main())"]
VARIABLE = "ARCHGEN_BENCH_SITES"
MKDOCS = "site_name: Designs\ntheme: {name: material}\nuse_directory_urls: false\n"


@dataclass(frozen=True)
class Time:
    """Seconds of processors, and by the clock."""

    processor: float
    clock: float

    def __str__(self) -> str:
        return f"{self.processor:8.2f} s ({self.clock:8.2f} s)"


def took(command: Sequence[str], folder: Path) -> Time:
    """What a process and its own take. Raises CalledProcessError where it fails."""
    start, clock = _of_children(), time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)
    return Time(_of_children() - start, time.monotonic() - clock)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def designs(count: int, folder: Path) -> None:
    """Write designs that nobody would think of, as YAML, and the configuration of a site of them alone."""
    write = library.exporter("yaml").write
    for seed in range(count):
        (folder / f"generated-{seed}.arch.yaml").write_text(write(link(generated(seed))), "utf-8")
    (folder / "archgen.toml").write_text("[site]\nlibrary = false\n")


def documents(source: Path, kept: Path, target: Path) -> int:
    """Write the document of each design as Markdown with its figures beside it; how many characters that are."""
    (target / "docs").mkdir(parents=True)
    (target / "mkdocs.yml").write_text(MKDOCS)
    (target / "docs" / "index.md").write_text("# Designs\n")
    means, length = Means(pictures=PictureCache(kept)), 0
    for path in sorted(source.glob("*.yaml")):
        made = dossier(read(str(path)), means=means)
        figures = target / "docs" / path.name.partition(".")[0]
        figures.mkdir()
        links = {figure.name: f"{figures.name}/{figure.name}.svg" for figure in made.figures}
        for figure in made.figures:
            (figures / f"{figure.name}.svg").write_text(standalone(figure), "utf-8")
        text = markdown(made, links)
        (target / "docs" / f"{figures.name}.md").write_text(text, "utf-8")
        length += len(text)
    return length


def mkdocs() -> str:
    """The program, installed where it is not there yet; empty where nobody says where that may be."""
    place = os.environ.get(VARIABLE, "")
    if not place:
        return ""
    program = Path(place) / "bin" / "mkdocs"
    if not program.exists():
        venv.create(place, with_pip=True)
        subprocess.run([str(program.with_name("pip")), "install", "--quiet", "mkdocs-material"], check=True)
    return str(program)


def compare(count: int, folder: Path, program: str) -> Iterator[str]:
    """A line for each build."""
    source = folder / "designs"
    source.mkdir()
    designs(count, source)
    build = [*ARCHGEN, "site", "build", "-o", "../public", "--cache-dir", "../kept"]
    cold = took(build, source)
    yield f"{count} designs\n  archgen, nothing kept   {cold}"
    yield f"  archgen, nothing changed {took(build, source)}"
    changed = source / "generated-0.arch.yaml"
    changed.write_text(changed.read_text("utf-8") + "# changed\n", "utf-8")
    yield f"  archgen, one changed     {took(build, source)}"
    if program:
        length = documents(source, folder / "kept", folder / "peer")
        peer = took([program, "build", "--quiet", "--site-dir", str(folder / "peer-site")], folder / "peer")
        ratio = f"{cold.processor / peer.processor:.2f} ({cold.clock / peer.clock:.2f})"
        yield f"  MkDocs, {length / count:,.0f} characters a page {peer}; archgen takes {ratio} times as long"


def report(counts: Sequence[int]) -> None:
    """Print what there is of each count as soon as it is known."""
    program = mkdocs()
    if not program:
        sys.stdout.write(f"${VARIABLE} names no place for MkDocs: archgen is measured alone\n")
    for count in counts:
        with tempfile.TemporaryDirectory() as folder:
            for line in compare(count, Path(folder), program):
                sys.stdout.write(f"{line}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    report([int(word) for word in sys.argv[1:]] or COUNTS)
