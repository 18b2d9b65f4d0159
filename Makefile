# make demo   sets everything up and takes the group chat through every stage
# make test   installs what the tests need, a real browser included, and runs all of them
# make check  the checks and tests alone, in an environment that is already set up

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
DEMO ?= demo
# One process more than there are processors: some tests wait, for a browser or a server.
PROCESSES := $(shell $(PYTHON) -c "import os; print((os.cpu_count() or 1) + 1)")
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: demo test programs check statics tests accept lock clean
.DEFAULT_GOAL := check

demo: $(VENV)/.installed
	$(BIN)/archgen lint examples/group_chat.py examples/group_chat.yaml
	$(BIN)/archgen render examples/group_chat.py -o $(DEMO)/figures
	$(BIN)/archgen doc examples/group_chat.py -o $(DEMO)/group_chat.html
	$(BIN)/archgen doc examples/group_chat.py -o $(DEMO)/group_chat.md
	$(BIN)/archgen site build -o $(DEMO)/site
	@echo
	@echo "The design as figures:   $(DEMO)/figures/components.svg"
	@echo "The design as document:  $(DEMO)/group_chat.html and $(DEMO)/group_chat.md"
	@echo "The site:                $(DEMO)/site/index.html"

# What Debian installs and what pip installs, each beside the other.
test: $(VENV)/bin/pip
	$(MAKE) --jobs=2 programs $(VENV)/.developing
	$(MAKE) check

programs:
	@for name in chromium-headless-shell dot git; do command -v $$name >/dev/null && continue; \
		$(SUDO) apt-get update -q; exec $(SUDO) apt-get install -y -q chromium-headless-shell graphviz git; done

check: $(VENV)/.developing
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(MAKE) --jobs=2 statics tests

statics: $(VENV)/.developing
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

# Each file by one process, as its tests share what they make; tests/conftest.py says in which order.
# What is compiled ahead is so for every process that the tests start, where the machine says that Python is to keep nothing.
tests: $(VENV)/.developing
	$(BIN)/python -m compileall -q -j 0 archgen patterns
	$(BIN)/pytest --numprocesses $(PROCESSES) --dist loadfile --no-loadscope-reorder

# Write the golden files anew; look at the difference before you commit it.
accept: $(VENV)/.developing
	$(BIN)/pytest --accept

# Pin what developers use; users get the ranges of pyproject.toml.
lock:
	uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-annotate --upgrade -o requirements-dev.lock

$(VENV)/bin/pip:
	@$(PYTHON) -c "import ensurepip" 2>/dev/null || { $(SUDO) apt-get update -q && $(SUDO) apt-get install -y -q python3-venv; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.developing: pyproject.toml requirements-dev.lock | $(VENV)/bin/pip
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@ $(VENV)/.installed

clean:
	rm -rf $(VENV) $(DEMO) build dist site/public .archgen_cache
