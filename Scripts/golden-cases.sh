#!/usr/bin/env bash
# Writes docs/golden-cases.md anew from the golden cases of the tests, and runs the test that holds the two together.
set -euo pipefail
cd "$(dirname "$0")/.."
ALIS_WRITE_GOLDEN_CASES=1 swift test --manifest-cache none --scratch-path "${ALIS_CACHE:-$HOME/.cache/alis}/build" --filter GoldenDocumentTests
git --no-pager diff --stat -- docs/golden-cases.md
