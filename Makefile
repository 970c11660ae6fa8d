# Everything a newcomer needs. `make demo` and `make test` work on a bare Debian machine with Python 3.11.
PYTHON := .venv/bin/python
# How many tests run beside each other.
PROCESSES ?= 2
UNIT := $(addprefix tests/,authoring content dialogue domain flow handoff insight matching safety service telegram text)

.PHONY: demo test unit mutants check bench lint types lock

demo:   ## the whole product in your browser, no token needed
	@tools/prepare-environment run
	@$(PYTHON) -m bot demo

test:   ## all tests
	@tools/prepare-environment dev
	@tools/prepare-browser
	@$(PYTHON) -m pytest -n $(PROCESSES) --dist worksteal

unit:   ## the fast tests of the rooms that think, in less than a minute
	@tools/prepare-environment dev
	@$(PYTHON) -m pytest -n $(PROCESSES) --dist worksteal -m "not slow" $(UNIT)

mutants: ## small mistakes in the rules: would the tests notice? About twenty minutes
	@tools/prepare-environment dev
	@$(PYTHON) tools/mutants.py --processes $(PROCESSES)

check:  ## the content: what an editor should mend
	@tools/prepare-environment run
	@$(PYTHON) -m bot check

lint:   ## format, style and the direction of imports
	@tools/prepare-environment dev
	@.venv/bin/ruff format --check bot tests benchmarks
	@.venv/bin/ruff check bot tests benchmarks
	@.venv/bin/lint-imports

types:  ## strict types
	@tools/prepare-environment dev
	@.venv/bin/mypy

bench:  ## the figures in docs/performance.md and docs/matching.md
	@tools/prepare-environment dev
	@$(PYTHON) benchmarks/throughput.py
	@$(PYTHON) benchmarks/matching.py

lock:   ## renew the locked versions from pyproject.toml; what both sets hold has one version
	@tools/prepare-environment dev
	@.venv/bin/uv pip compile -q pyproject.toml --group dev --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/dev.lock
	@.venv/bin/uv pip compile -q pyproject.toml -c requirements/dev.lock --python-version 3.11 --generate-hashes --no-emit-index-url --no-header -o requirements/run.lock
