#!/usr/bin/env bash
# Findings onto the lines of the pull request; with SARIF set, the same for code scanning.
set -euo pipefail
since="${SINCE:-}"
if [ -z "$since" ] && [ -n "${GITHUB_BASE_REF:-}" ]; then since="origin/$GITHUB_BASE_REF"; fi
arguments=(lint --locale "$LOCALE")
if [ -n "$since" ]; then arguments+=(--changed-since "$since"); fi
if [ -n "${SARIF:-}" ]; then
  npx --yes "unhappy-path@$VERSION" "${arguments[@]}" --format sarif --fail-on never --output "$SARIF"
fi
npx --yes "unhappy-path@$VERSION" "${arguments[@]}" --format github --fail-on "$FAIL_ON"
