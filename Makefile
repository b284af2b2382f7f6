# Two commands do all the set-up: `make demo` runs the example case, `make test` runs every check.
.DEFAULT_GOAL := help
.PHONY: help demo demo-cars test check lint gold replications bench bench-screening bench-trade bench-workbench clean
MAKEFLAGS += --no-print-directory
export PYTHONNOUSERSITE := 1
unexport PYTHONPATH PYTHONHOME

BIN := .venv/bin
# Tests of one file stay in one process: what they share is made once.
PYTEST := $(BIN)/python -m pytest -n 2 --dist loadfile
RUN := .venv/.entrepot-run
DEV := .venv/.entrepot-dev
PEERS := .venv-bench/.entrepot-bench

help:
	@echo "make demo    install, run the example case, say where its dossier lies"
	@echo "make demo-cars   a channel that customs records speak on; reads them from ../shared"
	@echo "make test    install what tests need, run everything"
	@echo "make check   the everyday run: everything but the slow tests"
	@echo "make gold    measure against the gold standards in ../shared, fail below the floors"
	@echo "make replications   recompute published results from ../shared, fail where they drift"
	@echo "make bench   measure speed and memory"
	@echo "make bench-screening   measure screening beside its peers, for which nomenklatura is installed in .venv-bench"
	@echo "make bench-trade   measure imports, joins and screens of customs records beside DuckDB by hand; BENCH=--quick takes a minute"
	@echo "make bench-workbench   measure the pages of a case of 10,000 reports and 200,000 claims; BENCH=--quick takes a minute"
	@echo "make clean   remove what these made, the virtual environment too"

$(RUN): pyproject.toml .ci/environment
	@.ci/environment run
	@touch $@

$(DEV): pyproject.toml .ci/environment
	@.ci/environment dev
	@touch $@ $(RUN)

demo: $(RUN)
	@$(BIN)/python examples/minsk-2025/demo.py build/demo

demo-cars: $(RUN)
	@$(BIN)/python examples/armenian-cars/demo.py build/demo-cars

lint: $(DEV)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo

test: $(DEV) lint
	@$(PYTEST)

check: $(DEV) lint
	@$(PYTEST) -m "not slow"

gold: $(DEV)
	@$(BIN)/python benchmarks/gold.py

replications: $(DEV)
	@$(BIN)/python replications/run.py

bench: $(DEV)
	@$(BIN)/python benchmarks/speed.py
	@$(BIN)/python benchmarks/corroboration.py

# The peers pull in much that the program does not need, so they live apart. BENCH=--quick takes two minutes.
$(PEERS): pyproject.toml | $(DEV)
	@$(BIN)/python -m venv .venv-bench
	@echo '*' > .venv-bench/.gitignore
	@.venv-bench/bin/python -m pip install -qq --upgrade 'pip>=25.1'
	@.venv-bench/bin/python -m pip install -qq --group bench
	@touch $@

bench-screening: $(DEV) $(PEERS)
	@$(BIN)/python benchmarks/screening.py $(BENCH)

bench-trade: $(DEV)
	@$(BIN)/python benchmarks/trade.py $(BENCH)

bench-workbench: $(DEV)
	@$(BIN)/python benchmarks/workbench.py $(BENCH)

clean:
	rm -rf .venv .venv-bench build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
