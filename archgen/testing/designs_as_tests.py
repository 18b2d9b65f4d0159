"""Designs as the items of a pytest run."""

from collections.abc import Generator, Iterator, Sequence
from datetime import date
from fnmatch import fnmatch
from pathlib import Path

import pytest

from archgen.configuring.command_line import CommandLine
from archgen.configuring.path_patterns import path_fits
from archgen.configuring.unmatched import files_below
from archgen.errors import ArchgenError
from archgen.pipeline.reading import designs_below
from archgen.testing.judging import judged, text_of
from archgen.testing.made_here import near

Collectors = list[pytest.Collector]
DATA = (".yaml", ".yml", ".json")


class Designs:
    """Finds the designs of a run, and makes tests of them. Without patterns, those are taken that have the names of designs."""

    def __init__(self, config: pytest.Config, patterns: Sequence[str]) -> None:
        self.root, self.patterns = config.rootpath, patterns
        self.asked = bool(config.getoption("--archgen"))
        self.usual = frozenset() if patterns else frozenset(self.root / path for path in designs_below(self.root))
        if config.args_source is not pytest.Config.ArgsSource.ARGS:
            found = self._found()
            if config.args_source is pytest.Config.ArgsSource.TESTPATHS:
                folders = [(config.invocation_params.dir / arg).resolve() for arg in config.args]
                config.args += [str(path) for path in found if not any(path.is_relative_to(folder) for folder in folders)]

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(self, file_path: Path, parent: pytest.Collector) -> Generator[None, Collectors, Collectors]:
        """A design is a test; one in Python is no module of tests, unless it is called as those are."""
        others = yield
        if not self._is_design(file_path) and not self._is_named(file_path, parent):
            return others
        if not any(fnmatch(file_path.name, pattern) for pattern in parent.config.getini("python_files")):
            others = [one for one in others if type(one) is not pytest.Module]
        return [*others, DesignFile.from_parent(parent, path=file_path)]

    def _is_named(self, path: Path, parent: pytest.Collector) -> bool:
        """Whether a file of a form for designs alone was named on the command line, beside the option."""
        return self.asked and path.suffix in DATA and parent.session.isinitpath(path)

    def _is_design(self, path: Path) -> bool:
        if not self.patterns or not path.is_relative_to(self.root):
            return path in self.usual
        within = path.relative_to(self.root).as_posix()
        return any(path_fits(pattern, within) for pattern in self.patterns)

    def _found(self) -> Sequence[Path]:
        """All designs below the root. A pattern that describes none is most often misspelt: a run must not be green for that."""
        if not self.patterns and not self.usual:
            raise pytest.UsageError("--archgen: no file here has a name that designs have; name them in archgen_specs")
        files = list(files_below(str(self.root))) if self.patterns else []
        for pattern in self.patterns:
            if not any(path_fits(pattern, file) for file in files):
                raise pytest.UsageError(f'archgen_specs: no file has the path "{pattern}"')
        return [path for path in (*sorted(self.usual), *(self.root / file for file in files)) if self._is_design(path)]


class DesignFile(pytest.File):
    """A file that a design is read from."""

    def collect(self) -> Iterator["DesignItem"]:
        """One test."""
        item: DesignItem = DesignItem.from_parent(self, name="archgen")
        item.add_marker(pytest.mark.archgen)
        yield item


class DesignItem(pytest.Item):
    """A design that passes where `archgen lint` would exit with 0."""

    def runtest(self) -> None:
        """Judge it on the terms of the configuration that is nearest to it, by the day that it is."""
        verdict = judged(near(str(self.path)), CommandLine(today=date.today(), today_is_given=False))
        text = text_of(verdict)
        if verdict.code:
            raise UncleanError(text)
        self.add_report_section("call", "archgen", text)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException]) -> str:  # type: ignore[override]
        """What was found, or why it cannot be read, without where in archgen that was."""
        if isinstance(excinfo.value, (UncleanError, ArchgenError)):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, None, str]:
        """How the test is called."""
        return self.path, None, near(str(self.path))


class UncleanError(AssertionError):
    """A design has findings that fail a run; the message is the report."""
