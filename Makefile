# `make` or `make help` lists what there is.
.PHONY: help run test test-domain check release bench demo format golden-cases

ALIS_CACHE ?= $(HOME)/.cache/alis
export ALIS_CACHE

help: ## List these
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | awk -F '\t' '{ printf "make %-12s %s\n", $$1, $$2 }'

run: ## Install what is missing, build, fill a demo database, serve it and print the address (PORT=8080)
	@Scripts/run.sh

test: ## Install what is missing and run every test: domain, both databases, web, a real Chromium
	@Scripts/test.sh

test-domain: ## The rules alone, in seconds: no packages, no database
	@ALIS_ONLY=domain swift test --manifest-cache none --disable-xctest --scratch-path "$(ALIS_CACHE)/domain"

check: ## The formatter's rules, then every test
	@swift format lint --recursive --strict Sources Tests Package.swift
	@Scripts/test.sh

release: ## Build the program as it is used; takes over ten minutes the first time
	@Scripts/setup.sh run
	@Scripts/release.sh

bench: ## Build for release and measure what docs/performance.md claims
	@Benchmarks/run.sh

demo: ## Fill data/demo.sqlite anew with a synthetic Norway
	@Scripts/setup.sh run
	@swift build --manifest-cache none --product alis --scratch-path "$(ALIS_CACHE)/build"
	@rm -f data/demo.sqlite data/demo.sqlite-wal data/demo.sqlite-shm
	@"$(ALIS_CACHE)/build/debug/alis" demo --database data/demo.sqlite

format: ## Let the formatter rewrite the sources
	@swift format --recursive --in-place --parallel Sources Tests Package.swift

golden-cases: ## Write docs/golden-cases.md anew from the golden cases the tests run
	@Scripts/golden-cases.sh
