#!/usr/bin/env bash
# What the change does to customers, as one comment that is kept up to date.
set -euo pipefail
since="${SINCE:-}"
if [ -z "$since" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then since="origin/$GITHUB_BASE_REF"; fi
if [ -z "$since" ]; then exit 0; fi
file="$(mktemp)"
trap 'rm -f "$file"' EXIT
npx --yes "unhappy-path@$VERSION" diff --since "$since" --locale "$LOCALE" --format markdown --output "$file"
node "$GITHUB_ACTION_PATH/action/comment.mjs" "$file"
