#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tests/bench/peer/run.sh [OPTION…]: boots a real Vendure with a PostgreSQL of its own and measures merchant-store against it;
# the options are peerbench.py's. Exits 0 or 1. KEEP=1 keeps the logs.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
. "$here/../../live/vendure/environment.sh"
vendure_environment
work=$(vendure_work mc-bench-peer)
status=0
/usr/bin/python3 "$here/peerbench.py" --work "$work" "$@" || status=1
# The logs are of use only where the run itself broke; a missed bar is told in its results.
if [ -e "$work/done" ] && [ -z "${KEEP:-}" ]; then rm -rf "$work"; else echo "logs: $work" >&2; fi
exit "$status"
