#!/usr/bin/env bash
# Builds the program as it is used: $ALIS_CACHE/release/release/alis. The first time takes over ten minutes.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"

flags=(-c release --product alis --manifest-cache none --scratch-path "$ALIS_CACHE/release")
# With Swift's own libraries inside, where the system can: it needs no Swift beside it and takes less memory.
[ "$(uname)" != Linux ] || flags+=(--static-swift-stdlib)
say "Building Alis for release (the first time takes over ten minutes) …"
swift build "${flags[@]}" >&2 || stop 4 "The build failed; see the errors above."
say "$ALIS_CACHE/release/release/alis"
