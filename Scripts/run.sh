#!/usr/bin/env bash
# Builds Alis, fills a demo database with a synthetic Norway when there is none, and serves it. PORT chooses the port.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
Scripts/setup.sh run

program="$ALIS_CACHE/release/release/alis"
if [ ! -x "$program" ] || [ -n "$(find Sources Package.swift -newer "$program" -print -quit)" ]; then
    say "Building (the first time takes some minutes) …"
    swift build --manifest-cache none --product alis --scratch-path "$build" >&2 || stop 4 "The build failed; see the errors above."
    program="$build/debug/alis"
fi

database="${ALIS_DATABASE:-data/demo.sqlite}"
"$program" demo --if-empty --database "$database"

is_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
port="${PORT:-8080}"
if is_taken "$port"; then
    free=$((port + 1))
    while is_taken "$free" && [ "$free" -lt $((port + 50)) ]; do free=$((free + 1)); done
    say "Port $port is taken by another program; Alis takes $free."
    port=$free
fi
exec "$program" serve --demo --database "$database" --port "$port"
