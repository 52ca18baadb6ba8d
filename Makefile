# The ways to run Paradero. A machine needs Python 3.11 or newer, make and git; everything else goes into .venv.

VENV  := .venv
BIN   := $(VENV)/bin
BUILT := $(VENV)/built
SERVE ?= 1
SIZE  ?= usual
PART  ?= report
MINUTES ?= 10

.DEFAULT_GOAL := help
.PHONY: help demo test check lock corpus train bench-identity bench-reading bench-evidence bench-intake fuzz clean

help:  ## This list
	@echo "make demo          build, take in the demonstration, show its candidates, serve the desk on 127.0.0.1:8000"
	@echo "make demo SERVE=0  the same, and end after the table"
	@echo "make test          build and run the tests, on SQLite and, where it is found, on PostgreSQL"
	@echo "make check         lint, formatting, types, import contracts, the house's own rules"
	@echo "make corpus        check the annotated reports in corpus/, count them, and say how far two annotators agree"
	@echo "make train WEIGHTS=FILE   train all that the reader learns from corpus/ anew (docs/models/paradero-reading-3.md; some two hours)"
	@echo "make bench-identity   measure names and linking beside their peers, write evaluation/identity.md (30 minutes)"
	@echo "make bench-identity SIZE=1M   the same and a million names; SIZE=small tries it out; ONLY=linkage renews a part;"
	@echo "                      RAISE=1 draws the floors in evaluation/floors.json up to what was measured"
	@echo "make bench-reading    measure the reader on the report part of corpus/ beside peers, write evaluation/reading.md (RAISE=1 as above)"
	@echo "make bench-reading PART=tune   try it on another part, in tables; ONLY=read.es takes a step; MISSES='status kin' shows misses"
	@echo "make bench-evidence   measure grouping by origin on the kept stories beside MinHash, write evaluation/evidence.md (RAISE=1 as above)"
	@echo "make bench-intake     measure sealing and checking beside the disk and sha256sum, write evaluation/intake.md"
	@echo "make fuzz          hand whatever can be made up to every reader, each format for MINUTES=10, as many at once as processors (JOBS=16: all);"
	@echo "                      ONLY='WARC' fuzzes one; what is found lies in build/fuzz, and the exit code says so"
	@echo "make lock          work out requirements.lock anew (needs uv)"
	@echo "make clean         remove .venv and the caches; var/, which holds data, stays"

demo: $(BUILT)
	@$(BIN)/paradero demo $(if $(filter 0 no,$(SERVE)),--no-serve,--serve)

test: $(BUILT)
	@$(BIN)/python scripts/run_tests.py $(TESTS)

check: $(BUILT)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -q tests/test_house.py

lock:
	uv pip compile --quiet --universal --python-version 3.11 --override overrides.txt --generate-hashes \
	    --extra dev --extra link --custom-compile-command "make lock" pyproject.toml -o requirements.lock

corpus: $(BUILT)
	@$(BIN)/paradero corpus check
	@$(BIN)/paradero corpus count

bench-identity: $(BUILT)
	@$(BIN)/python -m benchmarks.identity_bench --size $(SIZE) $(if $(ONLY),--only $(ONLY)) $(if $(RAISE),--raise-floors)

train: $(BUILT)
	@$(BIN)/python -m scripts.train_network --weights $(WEIGHTS) --to build/networks
	@$(BIN)/python -m scripts.train_reader --networks build/networks

bench-reading: $(BUILT)
	@$(BIN)/python -m benchmarks.reading_bench --part $(PART) $(if $(ONLY),--only $(ONLY)) $(if $(RAISE),--raise-floors) \
		$(if $(MISSES),--misses $(filter-out all,$(MISSES)))

bench-evidence: $(BUILT)
	@$(BIN)/python -m benchmarks.evidence_bench $(if $(RAISE),--raise-floors)

bench-intake: $(BUILT)
	@$(BIN)/python -m benchmarks.intake_rates --write

fuzz: $(BUILT)
	@$(BIN)/python -m scripts.fuzz --minutes $(MINUTES) $(if $(JOBS),--jobs $(JOBS)) $(if $(ONLY),--only '$(ONLY)')

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache build dist

$(BUILT): requirements.lock pyproject.toml scripts/build.py
	@python=$$(sh scripts/find_python.sh) && "$$python" scripts/build.py $(VENV)
	@touch $@
