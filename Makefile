# The two commands of the README are `make run` and `make test`; both install what they need by themselves.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' && { echo $$p; exit; }; done)
PY = .venv/bin/python

.PHONY: help run test setup setup-test lint types bench pictures wire

help: ## What can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: setup ## Start the editor on http://127.0.0.1:8000
	@.venv/bin/netpol serve

test: setup-test ## Lint, types and every test
	@$(PY) scripts/check.py lint tests

setup: ## Install what running needs, and .venv/bin/netpol
	@$(if $(PYTHON),,$(error Python 3.11 or newer is needed; set PYTHON=/path/to/python3))$(PYTHON) scripts/setup.py run

setup-test:
	@$(if $(PYTHON),,$(error Python 3.11 or newer is needed; set PYTHON=/path/to/python3))$(PYTHON) scripts/setup.py test

lint: setup-test ## ruff, mypy, import walls, Biome, TypeScript
	@$(PY) scripts/check.py lint

bench: setup-test ## Speed, as ratios and figures
	@$(PY) -m benchmarks

wire: setup-test ## Write the browser's message types anew from the Python dataclasses
	@$(PY) -m editor.wire.generate

pictures: setup-test ## Write docs/pictures/ anew
	@$(PY) scripts/pictures.py
