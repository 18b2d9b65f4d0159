"""The pytest plugin: every design a test, which fails with the report that `archgen lint` prints.

`pytest --archgen` takes the designs that archgen finds by their names; `archgen_specs` in the configuration of pytest names them:

    [tool.pytest.ini_options]
    archgen_specs = ["designs/*.yaml", "examples/*.py"]
"""

import pytest

# Nothing of archgen may be imported above: without either of these, this plugin does nothing but to say what it could do.
OPTION, INI = "--archgen", "archgen_specs"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take which files are designs."""
    group = parser.getgroup("archgen", "designs as tests")
    text = f"make every design a test: those that {INI} names, else architecture.yaml, *.arch.py and the like"
    group.addoption(OPTION, action="store_true", help=text)
    patterns = "designs that are tests: patterns of paths from the root folder, such as designs/*.yaml"
    parser.addini(INI, patterns, type="args", default=[])


def pytest_configure(config: pytest.Config) -> None:
    """Collect designs, where that is asked for."""
    patterns = [str(pattern) for pattern in config.getini(INI)]
    if patterns or config.getoption(OPTION):
        from archgen.testing.designs_as_tests import Designs

        config.addinivalue_line("markers", "archgen: a design, judged by the rules of archgen")
        config.pluginmanager.register(Designs(config, patterns), "archgen-designs")
