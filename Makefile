# Every target builds what it needs first; nothing has to be installed but Python 3.11 or later and make.
PYTHON ?= python3
PLAN ?= plan/plan.yaml
PORT ?= 8000
PYTEST_ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
RUNTIME := $(VENV)/.runtime
TOOLS := $(VENV)/.tools
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check
# pip compiles what it installs, but nothing of an editable install; a start of planpress takes twice as long without.
COMPILE := $(BIN)/python -m compileall -qq generator
WANTED := import sys; sys.version_info >= (3, 11) or sys.exit(f"Python 3.11 or later is needed, this is {sys.version.split()[0]}; name another one: make PYTHON=python3.12")

.DEFAULT_GOAL := help
.PHONY: help docs test check serve pdf lint browser-tools clean

help: ## List the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | awk -F'|' '{printf "%-21s%s\n", $$1, $$2}'

docs: $(RUNTIME) ## Build the site, the PDFs and the downloads into build/
	$(BIN)/planpress build $(PLAN) --guide

check: $(RUNTIME) ## Hold the plan against the rules
	$(BIN)/planpress check $(PLAN)

serve: $(RUNTIME) ## Preview the site; it is built anew on every change
	$(BIN)/planpress serve $(PLAN) --port $(PORT) --guide

pdf: $(RUNTIME) ## Build the PDFs alone
	$(BIN)/planpress build $(PLAN) --only pdf

test: $(TOOLS) ## Run the tests (those in a browser where there is one)
	$(BIN)/python -m pytest -n auto --dist worksteal -q $(PYTEST_ARGS)

lint: $(TOOLS) ## Check style, types and layers
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

browser-tools: ## Install what the browser tests hold the site against (needs npm)
	npm install --prefix tests/browser --no-package-lock --ignore-scripts --no-audit --no-fund --loglevel=error

clean: ## Remove what was built, and caches
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -not -path './$(VENV)/*' -prune -exec rm -rf {} +

$(BIN)/python:
	@$(PYTHON) -c '$(WANTED)'
	$(PYTHON) -m venv $(VENV)

$(RUNTIME): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --constraint constraints.txt --editable .
	$(COMPILE)
	@touch $@

$(TOOLS): pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) install --constraint constraints.txt --editable '.[dev,browser]'
	$(COMPILE)
	@touch $@ $(RUNTIME)
