#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tests/live/vendure/run.sh BIN_DIR: boots a real Vendure (npm) with a PostgreSQL of its own and proves the
# flows of merchant-store from BIN_DIR against it. Exits 0 or 1. KEEP=1 keeps the logs.
set -euo pipefail
[ $# = 1 ] || { echo "usage: $0 BIN_DIR" >&2; exit 2; }
binaries=$(cd "$1" && pwd)
[ -x "$binaries/merchant-store" ] || { echo "$binaries/merchant-store is missing; build it first" >&2; exit 2; }

. "$(dirname "$0")/environment.sh"
vendure_environment
work=$(vendure_work mc-live-vendure)
status=0
node "$vendure/live.mjs" "$binaries" "$work" || status=1
if [ "$status" = 0 ] && [ -z "${KEEP:-}" ]; then rm -rf "$work"; else echo "logs: $work" >&2; fi
exit "$status"
