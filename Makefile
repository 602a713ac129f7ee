# Everything is installed into .venv beside this file. Needs Python 3.11 or newer and make.
#
#   make demo        install, ingest corpus/, serve it
#   make test        install with test tools, then lint, types and tests
#   make models SHARED=../shared   train every shipped model from the shared data (about 20 minutes)
#   make wheelhouse  collect every package for a machine without internet
#   make demo WHEELHOUSE=wheelhouse   install from that folder alone

PYTHON ?= python3
VENV ?= .venv
WHEELHOUSE ?=
TORCH = torch==2.13.0
# PyTorch's own index of CPU builds; the builds for NVIDIA cards on the general index weigh 3 GB.
TORCH_INDEX ?= https://download.pytorch.org/whl/cpu
PORT ?= 8000
SHARED ?= ../shared
MODELS ?= index/models

BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet
ifneq ($(WHEELHOUSE),)
FROM = --no-index --find-links "$(abspath $(WHEELHOUSE))"
endif

.PHONY: help install install-dev demo serve test lint types pytest format models wheelhouse clean

help:
	@sed -n 's/^#   //p' Makefile

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Cần Python 3.11 trở lên (đang có: $$($(PYTHON) --version 2>&1)). Đặt PYTHON=/đường/dẫn/python3.11 rồi chạy lại."; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
	  || { echo "Không tạo được môi trường. Trên Debian/Ubuntu: cài gói python3-venv rồi chạy lại."; rm -rf $(VENV); exit 1; }

# The CPU build of torch comes first, so that nothing pulls the CUDA build in. Routes, in order:
# the wheelhouse or a wheel that pip is already configured to find; PyTorch's CPU index; on systems
# other than Linux the general index, whose build has no CUDA.
$(VENV)/.torch: | $(BIN)/python
	@echo "Cài torch (bản CPU) ..."
	@$(PIP) install -c constraints.txt $(FROM) "$(TORCH)+cpu" 2>/dev/null \
	  || { [ -n "$(WHEELHOUSE)" ] && $(PIP) install -c constraints.txt $(FROM) "$(TORCH)"; } \
	  || { [ -z "$(WHEELHOUSE)" ] && $(PIP) install --retries 1 --timeout 20 --no-deps --index-url "$(TORCH_INDEX)" "$(TORCH)+cpu" 2>/dev/null; } \
	  || { [ -z "$(WHEELHOUSE)" ] && [ "$$(uname -s)" != Linux ] && $(PIP) install -c constraints.txt "$(TORCH)"; } \
	  || { echo "Không tải được torch bản CPU. Kiểm tra mạng, hoặc dùng máy có mạng chạy 'make wheelhouse' rồi cài bằng WHEELHOUSE=wheelhouse."; exit 1; }
	@touch $@

$(VENV)/.installed: pyproject.toml constraints.txt $(VENV)/.torch
	@echo "Cài các thư viện ..."
	@$(PIP) install -c constraints.txt $(FROM) -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt $(VENV)/.torch
	@echo "Cài các thư viện và công cụ kiểm thử ..."
	@$(PIP) install -c constraints.txt $(FROM) -e ".[dev]"
	@touch $@ $(VENV)/.installed

install: $(VENV)/.installed
install-dev: $(VENV)/.installed-dev

demo: install
	$(BIN)/cchc demo --port $(PORT)

serve: install
	$(BIN)/cchc serve --port $(PORT)

test: lint types pytest

lint: install-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install-dev
	$(BIN)/mypy

pytest: install-dev
	$(BIN)/pytest

format: install-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# What is there and made from the same data, settings and code is left as it is; an interrupted run goes on.
models: install
	@$(BIN)/python -c 'import threadpoolctl' 2>/dev/null || $(PIP) install -c constraints.txt $(FROM) -e ".[train]"
	OMP_NUM_THREADS=1 $(BIN)/cchc train all --shared "$(SHARED)" --out "$(MODELS)"

# Wheels of everything, test tools included, for this Python version and system.
wheelhouse: $(VENV)/.torch
	@mkdir -p wheelhouse
	@$(PIP) download -c constraints.txt --dest wheelhouse "$(TORCH)+cpu" 2>/dev/null \
	  || $(PIP) download --no-deps --dest wheelhouse --index-url "$(TORCH_INDEX)" "$(TORCH)+cpu" 2>/dev/null \
	  || $(PIP) download -c constraints.txt --dest wheelhouse "$(TORCH)"
	@$(PIP) wheel -c constraints.txt --find-links wheelhouse --wheel-dir wheelhouse ".[dev]" setuptools
	@rm -f wheelhouse/cchc-*.whl
	@du -sh wheelhouse

clean:
	rm -rf $(VENV) build *.egg-info
