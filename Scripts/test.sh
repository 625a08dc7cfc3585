#!/usr/bin/env bash
# Runs every test: domain, store on SQLite and PostgreSQL, web, and a real Chromium. Ends with a line `N passed, N failed`.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
Scripts/setup.sh test

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
passed=0
failed=0

# count LOG: adds the runner's closing figures to the sum.
count_swift() {
    local total bad
    total=$(sed -n 's/.*Test run with \([0-9][0-9]*\) tests\{0,1\} .*/\1/p' "$log" | awk '{ sum += $1 } END { print sum + 0 }')
    bad=$(grep -acE '^✘ Test .* failed after' "$log" || true)
    passed=$((passed + total - bad))
    failed=$((failed + bad))
}
count_browser() {
    local line
    line=$(grep -aE '^[0-9]+ passed, [0-9]+ failed$' "$log" | tail -1 || true)
    [ -n "$line" ] || line='0 passed, 1 failed'
    passed=$((passed + ${line%% passed*}))
    line=${line#*, }
    failed=$((failed + ${line%% failed*}))
}

say "Building …"
swift build --manifest-cache none --build-tests --scratch-path "$build" || stop 4 "The build failed; see the errors above."

code=0
# What passed is not shown; the closing line, which is counted, is. (Names of tests hold stray bytes: no tool may take them for binary.)
swift test --manifest-cache none --skip-build --disable-xctest --scratch-path "$build" 2>&1 \
    | LC_ALL=C awk '/Test run with [0-9]+ test/ || !/^(◇|✔ (Test|Suite) )/ { print; fflush() }' | tee "$log" || code=1
# A crash prints no closing line and must not pass for "all went well".
grep -aq 'Test run with' "$log" || { code=1; failed=$((failed + 1)); }
count_swift

if [ "${ALIS_WITHOUT_BROWSER:-}" != 1 ]; then
    "$venv/bin/python" -u Tests/Browser/run.py --program "$build/debug/alis" 2>&1 | tee "$log" || code=1
    count_browser
fi

[ "$failed" -eq 0 ] || code=1
echo "$passed passed, $failed failed"
exit "$code"
