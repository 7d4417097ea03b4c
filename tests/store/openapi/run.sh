#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh BUILD_DIR: runs the API's tests while recording what is said, and holds that against resources/api/openapi.yaml.
set -euo pipefail
build=$(realpath "${1:?usage: run.sh BUILD_DIR}")
cd "$(dirname "$0")"
top=$(realpath ../../..)
cmp -s package-lock.json node_modules/.installed-from || {
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
    cp package-lock.json node_modules/.installed-from
}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 TZ=UTC
export LSAN_OPTIONS="suppressions=$top/tests/support/lsan.supp"
for tests in "$build"/tests/tst_api*; do
    [ -x "$tests" ] || continue
    MC_HTTP_RECORD="$folder/exchanges.jsonl" "$tests" -silent >"$folder/tests.log" 2>&1 || {
        cat "$folder/tests.log"
        exit 1
    }
done
"$build/bin/merchant-store" routes --json >"$folder/routes.json"
node validate.mjs "$top/resources/api/openapi.yaml" "$folder/routes.json" "$folder/exchanges.jsonl"
