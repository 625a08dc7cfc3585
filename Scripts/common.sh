# Shared by the scripts beside it; not run by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What is built and installed lies outside the clone, so that a new clone does not start from nothing.
export ALIS_CACHE="${ALIS_CACHE:-$HOME/.cache/alis}"
build="$ALIS_CACHE/build"
venv="$ALIS_CACHE/venv"

say() { printf '%s\n' "$*" >&2; }

# stop CODE SENTENCE…: ends with a sentence. Codes: 3 something is missing and cannot be installed from here, 4 a build failed.
stop() {
    local code=$1
    shift
    say "$*"
    exit "$code"
}
