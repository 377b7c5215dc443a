# For users:       make demo   set up, read the example articles and show who says what
#                  make test   set up, run all checks and tests
# For developers:  make quick  the checks, and the tests that need neither chromium nor PostgreSQL and are not slow: every
#                              room of the house in about a quarter of an hour on two cores that do nothing else
#                  make check  ruff, mypy, import-linter
#                  make lexicon  the tests of the language packs, and what every text that the tests know is read as: for
#                              who changes words, under two minutes
#                  make approve  write tests/approved anew from what is read now; look at the diff before you commit it
#                  make dist   the wheels of the program and of its pipelines, for pip install dist/*.whl, and the list of all
#                              that an installation with every extra consists of (CycloneDX)
#                  make site   the documents as pages: build/site
#                  make wheel  build the package, compare its files with the source, run on it the tests of make quick that
#                              ask for its files, commands, formats, pages and stores
#                  make clean  remove what these made

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WHEEL_VENV := .venv-wheel
DIST_VENV := .venv-dist
# Of each language pack the very version of the pipeline that it names.
MODEL := $(shell sed -n 's/^wheel = "\(.*\)"$$/\1/p' src/wederhoor/languages/*/pack.toml)

QUICK := -m "not slow and not browser and not postgres" --hypothesis-profile quick

WHEEL := api approved cli corpora corrections documents exchange export export_cases files format_frozen languages markup \
	metadata models_exchange packaging packs prepared reading report running runs spacy store store_cli tables web web_*

.PHONY: demo test quick quick-first quick-second check lexicon approve dist site wheel clean
.DELETE_ON_ERROR:

demo: $(READY)
	$(BIN)/wederhoor read examples/*.txt
	@$(BIN)/wederhoor read examples/*.txt --format html --out build/demo
	@echo
	@echo "The same as pages for the browser: build/demo/*.html"
	@echo "Your own text: $(BIN)/wederhoor read FILE"

test: check
	$(BIN)/pytest

# Side by side, to keep two cores busy: the checks and each half of the tests.
quick: $(READY)
	@$(MAKE) --no-print-directory --jobs=3 --output-sync=target check quick-first quick-second

quick-first: $(READY)
	$(BIN)/pytest -q $(QUICK) tests/test_[a-e]*.py

quick-second: $(READY)
	$(BIN)/pytest -q $(QUICK) tests/test_[f-z]*.py

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

lexicon: $(READY)
	$(BIN)/pytest -q tests/test_languages.py tests/test_approved.py

approve: $(READY)
	$(BIN)/pytest -q tests/test_approved.py --approve

dist: $(READY)
	rm -rf dist $(DIST_VENV)
	$(BIN)/python -m build --outdir dist
	cp $(MODEL) dist
	$(call create_venv,$(DIST_VENV))
	$(call install,$(DIST_VENV),"$$(ls dist/wederhoor-*.whl)[all]" $(MODEL))
	$(DIST_VENV)/bin/python -m pip uninstall --quiet --yes uv setuptools pip
	$(BIN)/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml --mc-type library \
		--output-format JSON --output-file "$$(ls dist/wederhoor-*.whl | sed 's/-py3.*//').cdx.json" $(DIST_VENV)/bin/python
	rm -rf $(DIST_VENV)

site: $(READY)
	$(BIN)/python docs/build_site.py build/site

# The package goes through the source distribution, so that this is complete too, and has each file of the source. The
# tests run in a folder from which src cannot be imported, and refuse to start where they would test anything but the
# installed package. They are those of make quick that ask for what a package may lack or lead astray: its data, commands,
# formats, pages and stores. What its modules read in a text is told by make test, for they are the same files.
wheel: dist
	rm -rf $(WHEEL_VENV) build/outside
	mkdir -p build/outside
	cd src && find wederhoor -type f -not -name '*.pyc' | LC_ALL=C sort > ../build/outside/source
	$(BIN)/python -m zipfile -l dist/wederhoor-*.whl | sed -n 's|^\(wederhoor/[^ ]*\) .*|\1|p' | LC_ALL=C sort > build/outside/packed
	diff build/outside/source build/outside/packed
	$(call create_venv,$(WHEEL_VENV))
	$(call install,$(WHEEL_VENV),"$$(ls dist/wederhoor-*.whl)[dev]" $(MODEL))
	cd build/outside && ../../$(WHEEL_VENV)/bin/python -c "import wederhoor, sys; assert wederhoor.__file__.startswith(sys.prefix), wederhoor.__file__"
	cd build/outside && ../../$(WHEEL_VENV)/bin/pytest -c ../../pyproject.toml --rootdir ../.. $(QUICK) $(WHEEL:%=../../tests/test_%.py)

clean:
	rm -rf $(VENV) $(WHEEL_VENV) $(DIST_VENV) build dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests docs models -name __pycache__ -type d -prune -exec rm -rf {} +

$(MODEL):
	@echo "The pipeline $@ is missing, which a language pack names: see models/nl/README.md." >&2; exit 1

$(READY): pyproject.toml constraints.txt $(MODEL)
	$(call create_venv,$(VENV))
	$(call install,$(VENV),--editable ".[dev]" $(MODEL))
	@touch $@

# $(1): the folder. One that is whole already is kept.
define create_venv
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	echo "Python 3.11 or later is needed; $(PYTHON) is not that. Name another: make PYTHON=python3.12 ..." >&2; exit 1; }
@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	echo "Python's venv is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
@test -x $(1)/bin/pip || $(PYTHON) -m venv --clear $(1)
endef

# $(1): the virtual environment, $(2): what to install. uv takes seconds where pip takes a minute. It does not read pip's
# settings, though (PIP_FIND_LINKS, PIP_INDEX_URL, pip.conf): where packages come by way of these, uv is not to be had or
# finds nothing, and pip does the work.
define install
@echo "Setting up $(1) ..."
@$(1)/bin/pip install --quiet --disable-pip-version-check uv 2>/dev/null && \
	VIRTUAL_ENV=$(1) $(1)/bin/uv pip install --quiet --constraint constraints.txt $(2) || \
	$(1)/bin/pip install --quiet --disable-pip-version-check --constraint constraints.txt $(2)
endef
