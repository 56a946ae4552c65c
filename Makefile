PYTHON ?= python3
export REGISTRY_VENV ?= .venv

.DEFAULT_GOAL := help
.PHONY: help dev check fmt test build site bench

help:  ## print these targets
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 8

dev:  ## make the environment and install the pre-commit hooks
	$(PYTHON) tools/check.py --install-only
	$(REGISTRY_VENV)/bin/pre-commit install

check:  ## run every check, exactly as CI does
	$(PYTHON) tools/check.py

fmt:  ## repair what can be repaired, the YAML included, and rebuild what is generated
	$(PYTHON) tools/check.py --fix

test:  ## run the tests alone
	$(PYTHON) tools/check.py --only pytest

build:  ## rebuild the generated files
	$(PYTHON) tools/check.py --install-only
	$(REGISTRY_VENV)/bin/registry build
	$(REGISTRY_VENV)/bin/registry generate

site:  ## build the documentation site into build/site/html
	$(PYTHON) tools/check.py --only site

bench:  ## measure against the peers and print the ratios
	$(PYTHON) tools/budget.py
