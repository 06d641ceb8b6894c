PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
INDEX ?= .lahde/corpus
DATA ?= ../shared
REPORT ?= eval/reports
RUN := .venv/bin/python

.PHONY: install serve test check eval bench clean

install: .venv/installed

.venv/installed: pyproject.toml constraints.txt
	@echo "Installing into .venv (the first time downloads about 600 MB)"
	$(PYTHON) -m venv .venv
	.venv/bin/pip install --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

serve: install
	$(RUN) -m ingest corpus --index $(INDEX)
	$(RUN) -m ui --index $(INDEX) --host $(HOST) --port $(PORT)

test: install
	$(RUN) -m pytest

check: install
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy ingest index server ui eval tests
	.venv/bin/lint-imports

# The question set over corpus/; those over real documents too where DATA has them.
eval: install
	$(RUN) -m ingest corpus --index $(INDEX)
	$(RUN) -m eval run --questions eval/questions/corpus.jsonl --index $(INDEX) --report $(REPORT)
	$(RUN) -m ingest eval/documents/figures --index .lahde/fresh-figures
	$(RUN) -m eval run --questions eval/questions/fresh-figures.jsonl --index .lahde/fresh-figures --report $(REPORT)
	@if [ -d $(DATA)/seeds ]; then \
	  $(RUN) -m ingest $(DATA)/seeds $(DATA)/data/hallitusohjelma --index .lahde/programmes && \
	  $(RUN) -m eval run --questions eval/questions/texts.jsonl --index .lahde/programmes --report $(REPORT) && \
	  $(RUN) -m eval run --questions eval/questions/swedish.jsonl --index .lahde/programmes --report $(REPORT) && \
	  $(RUN) -m ingest $(DATA)/seeds --index .lahde/seeds && \
	  $(RUN) -m eval run --questions eval/questions/seeds-figures.jsonl --index .lahde/seeds --report $(REPORT) && \
	  $(RUN) -m eval run --questions eval/questions/wordings.jsonl --index .lahde/seeds --report $(REPORT) && \
	  $(RUN) -m eval run --questions eval/questions/follow-ups.jsonl --index .lahde/seeds --report $(REPORT) && \
	  $(RUN) -m eval run --questions eval/questions/conversations.jsonl --index .lahde/seeds --report $(REPORT) && \
	  $(RUN) -m eval run --questions eval/questions/messages.jsonl --index .lahde/seeds --report $(REPORT) && \
	  $(RUN) -m ingest $(DATA)/data/hallitusohjelma $(DATA)/data/tilinpaatos --index .lahde/reports && \
	  $(RUN) -m eval run --questions eval/questions/reports.jsonl --index .lahde/reports --report $(REPORT) && \
	  $(RUN) -m ingest eval/documents/texts $(DATA)/seeds $(DATA)/data/hallitusohjelma $(DATA)/data/tilinpaatos --index .lahde/fresh && \
	  $(RUN) -m eval run --questions eval/questions/fresh-texts.jsonl --index .lahde/fresh --report $(REPORT); \
	else echo "no $(DATA)/seeds: the sets over real documents were left out"; fi

bench: install
	$(RUN) -m eval.bench --data $(DATA)

clean:
	rm -rf .lahde build
