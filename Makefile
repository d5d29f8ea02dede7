# Everything is set up in .venv, from a fresh clone, with Python 3.11 or newer.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
# Tests wait for a good part of their time: two processes more than there are cores keep those busy. Files go by name, not the ones with
# most tests first: those of the page have few that take long, and at the end one process would be left with them.
SIDE_BY_SIDE := -n $(shell echo $$(($$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2) + 2))) --dist loadfile --no-loadscope-reorder
# The tests write thousands of ledgers, each commit of which is on disk before anything is sent: their folders lie in memory, where there is
# room for 2 GB, so that no disk is waited for. Folders of tests that failed are kept.
IN_MEMORY := $(shell [ -w /dev/shm ] && [ "$$(df -Pk /dev/shm | awk 'END { print $$4 }')" -gt 2000000 ] && echo /dev/shm)
# With AGAIN=1 what failed beside others is run once more by itself: on a machine that is too busy, a process can take longer to begin
# than a test waits. What fails by itself, too, has failed.
PYTEST = $(BIN)/python -m pytest $(1) $(if $(AGAIN),|| $(BIN)/python -m pytest --last-failed --last-failed-no-failures none -rfEp --no-header $(2))
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# The tests start hundreds of processes: what is compiled once is kept, whatever the shell says.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: audit messages options outputs pictures demo demo-page test drill drill-shared fuzz soak soak-page lint types bench performance bench-strangers bench-recognition clean

demo: .venv/.ready
	@rm -rf demo && mkdir demo && cp examples/football.xlsx demo/
	@echo '$$ roster-import demo/football.xlsx --sandbox'
	@ROSTER_IMPORT_LEDGER=demo/ledger.sqlite3 $(BIN)/roster-import demo/football.xlsx --sandbox --yes
	@$(BIN)/python examples/show_results.py demo/football.results.xlsx

# The page for coaches with a filled example and the stand-in; PORT=8400 serves it elsewhere.
demo-page: .venv/.ready-page
	@rm -rf demo-page
	@$(BIN)/python examples/demo_page.py demo-page $(or $(PORT),8330)

# Everything but the long drills.
test: export PYTEST_DEBUG_TEMPROOT := $(IN_MEMORY)
test: .venv/.ready-dev
	$(call PYTEST,$(SIDE_BY_SIDE) -o tmp_path_retention_policy=failed -rs -m "not drill",-m "not drill")

# Real processes killed, real spreadsheet programs, strangers' files; then the random drills, TRIALS of each for each TARGET: kills and
# faults of one machine, and the stories of two: refusals, lookups, late, machines, amendments. DRILL names those that are meant.
drill: .venv/.ready-dev
	$(call PYTEST,-n auto --dist loadfile -rs -m drill,-m drill)
	$(BIN)/python -m tests.drills --trials $(or $(TRIALS),50) --target $(or $(TARGET),kitmaker dropday jtl) $(if $(DRILL),--drill $(DRILL)) $(if $(SEED),--seed $(SEED))

# The random drills of kills and faults on a ledger that machines share: a PostgreSQL server.
drill-shared: .venv/.ready-dev
	$(BIN)/python -m tests.drills --ledger postgresql --trials $(or $(TRIALS),50) --target $(or $(TARGET),kitmaker dropday jtl) --drill $(or $(DRILL),kills faults machines) $(if $(SEED),--seed $(SEED))

# Files and settings as nobody would write them, for BUDGET seconds; TARGET is reading, recognising or settings, all of them else.
fuzz: .venv/.ready-dev
	$(BIN)/python -m tests.drills.fuzz --seconds $(or $(BUDGET),180) $(if $(TARGET),--target $(TARGET)) $(if $(SEED),--seed $(SEED))

soak: .venv/.ready-dev
	$(BIN)/python -m tests.drills.soak --files $(or $(FILES),200)

# Coaches who come and go, MINUTES long: the memory of the page stays level.
soak-page: .venv/.ready-dev
	$(BIN)/python -m tests.drills.soak_page --minutes $(or $(MINUTES),60)

messages: .venv/.ready-dev
	$(BIN)/python -m tests.language.messages

options: .venv/.ready-dev
	$(BIN)/python -m tests.cli.option_tables

# What README and docs show of the command line, run and written anew.
outputs: .venv/.ready-dev
	$(BIN)/python -m tests.cli.shown_outputs

# The pictures of README and docs, and the coaches' pages for printing; with Chromium, LibreOffice and Poppler.
pictures: .venv/.ready
	$(BIN)/python docs/pictures/build.py

lint: .venv/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/.ready-dev
	$(BIN)/mypy

# Published advisories about the versions in constraints.txt; ends with an error, too, where they could not be asked for.
audit: .venv/.ready-dev
	$(BIN)/python .ci/audit.py

# How fast, beside others: one table. ROWS="check-1000 orders" names some, by pattern or by what they begin with; QUICK=1 takes three
# minutes. The others are set up in .venv-bench.
bench: .venv/.ready-dev
	$(BIN)/python -m benchmarks $(ROWS) $(if $(QUICK),--quick)

# The same, and docs/performance.md written anew from it; with ROWS those rows of it.
performance: .venv/.ready-dev
	$(BIN)/python -m benchmarks $(ROWS) --record

# Every file of the corpora, as it is and with its longest text repeated a thousandfold; JOBS at once.
bench-strangers: .venv/.ready-dev
	$(BIN)/python -m benchmarks.strangers

bench-recognition: .venv/.ready-dev
	$(BIN)/python benchmarks/recognition.py

.venv/pyvenv.cfg:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found; install it, or name it: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.ready: .venv/pyvenv.cfg pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable .
	@$(BIN)/python -m compileall -q roster_import
	@touch $@

.venv/.ready-page: .venv/pyvenv.cfg pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[page]'
	@$(BIN)/python -m compileall -q roster_import
	@touch $@ .venv/.ready

.venv/.ready-dev: .venv/pyvenv.cfg pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	@$(BIN)/python -m compileall -q roster_import
	@touch $@ .venv/.ready .venv/.ready-page

clean:
	rm -rf .venv .venv-bench .bench demo demo-page
