# `make` alone lists what there is. Everything is installed in .venv and node_modules, from the locks.

PYTHON ?= python3
BIN := .venv/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --retries 5 --no-build-isolation
BENCH_INSTALL := benchmarks/.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input --retries 5
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes
# A release that was slipped in is mostly found within days.
NEWER := $(UPGRADE) $(if $(filter --upgrade,$(UPGRADE)),--exclude-newer "1 week")
NPM_LOCK := $(if $(filter --upgrade,$(UPGRADE)),update --min-release-age=7,install) --package-lock-only

# A stamp says that an installation is complete, so that the second run installs nothing.
SITE_READY := .venv/site.stamp
CHECK_READY := .venv/check.stamp
TEST_READY := node_modules/test.stamp
FUZZ_READY := .venv/fuzz.stamp
PROGRAMME_READY := .venv/programme.stamp
AUDIT_READY := audit/node_modules/audit.stamp
BENCH_READY := benchmarks/.venv/bench.stamp

export NO_MKDOCS_2_WARNING := 1
export PIP_USE_PEP517 := 1
export UV_CUSTOM_COMPILE_COMMAND := make lock

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site publish programme serve check proposal test audit fuzz bench bill examples lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 14

site: $(SITE_READY) ## build the site into site/
	@$(BIN)/mkdocs build --quiet
	@echo "The site is in site/."

publish: $(SITE_READY) ## build the site to put online: refused without the whole history, or when much would be lost
	@$(BIN)/affiche lost
	@$(BIN)/affiche build --publish --out site

programme: $(PROGRAMME_READY) ## the printed programmes of the site in site/ as PDFs: the next build puts them beside their pages
	@$(BIN)/python -m programme.run

serve: $(SITE_READY) ## show the site on this machine, and follow changes
	@$(BIN)/mkdocs serve

check: $(CHECK_READY) ## style, types and content
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --quiet --check
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/affiche check

proposal: $(SITE_READY) ## the comment that the commits of this branch would get as a pull request; BASE=branch
	@$(BIN)/affiche proposal try --base $(or $(BASE),main)

test: $(TEST_READY) ## all tests; as root it first installs Chromium, Java and fonts (Debian)
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pytest --quiet --numprocesses 2 --dist loadfile --no-loadscope-reorder

audit: $(AUDIT_READY) ## the long tests of a night: Lighthouse, all of axe, bytes, the speed of the finder, hostile texts, failing disks, mistakes in a crowd; PARTS="weight axe" for some
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m audit.run $(PARTS)

fuzz: $(FUZZ_READY) ## bytes that nobody would type, led by what they reach; MINUTES=60, TARGETS="events image" for some of them
	@$(BIN)/python -m fuzz.run $(or $(MINUTES),5) $(TARGETS)

bench: $(BENCH_READY) ## speed, beside other generators; SIZES="100 1000" PEERS="affiche hugo" RUNS=1 for less, KEEP=1 writes results.md
	@$(BIN)/python -m benchmarks.run

bill: $(SITE_READY) ## what the site is made with, into bill/: a software bill of materials, and all licences
	@$(BIN)/python -m tools.bill bill

examples: $(CHECK_READY) ## renew what is made of the pages for contributors, and the issue forms
	@$(BIN)/python -m tests.made_pages
	@$(BIN)/python -m tests.issue_forms

lock: $(CHECK_READY) ## renew the locks; UPGRADE=--upgrade takes what has been out for a week, UPGRADE="--upgrade-package NAME" one at once
	@$(LOCK) $(NEWER) --group build --extra test --extra lint --output-file requirements-test.lock pyproject.toml
	@$(LOCK) --constraint requirements-test.lock --output-file requirements.lock pyproject.toml
	@$(LOCK) --constraint requirements-test.lock --output-file requirements-build.lock --group build
	@$(LOCK) $(NEWER) --output-file benchmarks/requirements.lock --group bench
	@$(LOCK) $(NEWER) --output-file fuzz/requirements.lock --group fuzz
	@$(LOCK) --constraint requirements-test.lock --output-file programme/requirements.lock --group programme
	@tools/npm.sh $(NPM_LOCK)
	@tools/npm.sh --prefix audit $(NPM_LOCK)
	@tools/npm.sh --prefix benchmarks $(NPM_LOCK)

clean: ## remove all that make has made
	rm -rf .venv node_modules audit/node_modules benchmarks/.venv benchmarks/node_modules fuzz/corpus site bill programmes .affiche .hypothesis .mypy_cache .pytest_cache .ruff_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.version_info < (3, 11) and sys.exit("Affiche needs Python 3.11 or newer: make PYTHON=...")'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || tools/debian.sh python3-venv
	@$(PYTHON) -m venv .venv

$(SITE_READY): requirements-build.lock requirements.lock pyproject.toml | $(BIN)/python
	@echo "Installing into .venv"
	@$(INSTALL) --require-hashes --requirement requirements-build.lock
	@$(INSTALL) --require-hashes --requirement requirements.lock
	@$(INSTALL) --no-deps --editable .
	@touch $@

$(CHECK_READY): requirements-test.lock $(SITE_READY)
	@echo "Installing the test libraries into .venv"
	@$(INSTALL) --require-hashes --requirement requirements-test.lock
	@touch $@

$(TEST_READY): package-lock.json package.json .npmrc $(CHECK_READY)
	@tools/test-tools.sh
	@touch $@

$(FUZZ_READY): fuzz/requirements.lock $(CHECK_READY)
	@echo "Installing atheris into .venv"
	@$(INSTALL) --require-hashes --requirement fuzz/requirements.lock
	@touch $@

$(PROGRAMME_READY): programme/requirements.lock $(SITE_READY)
	@echo "Installing WeasyPrint into .venv, and what it draws letters with"
	@tools/debian.sh libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core
	@$(INSTALL) --require-hashes --requirement programme/requirements.lock
	@touch $@

$(AUDIT_READY): audit/package-lock.json audit/package.json $(TEST_READY)
	@echo "Installing Lighthouse into audit/node_modules, and strace"
	@tools/npm.sh --prefix audit ci --loglevel error
	@command -v strace >/dev/null || tools/debian.sh strace
	@touch $@

$(BENCH_READY): benchmarks/requirements.lock benchmarks/package-lock.json benchmarks/package.json $(CHECK_READY)
	@echo "Installing other generators into benchmarks/.venv and benchmarks/node_modules"
	@$(PYTHON) -m venv benchmarks/.venv
	@$(BENCH_INSTALL) --require-hashes --requirement benchmarks/requirements.lock
	@tools/npm.sh --prefix benchmarks ci --loglevel error
	@touch $@
