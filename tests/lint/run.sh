#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Every check that needs no running program. Each prints what is wrong and where; the run fails when one does.
set -uo pipefail
cd "$(dirname "$0")/../.."
failed=0
check() {
    local name=$1; shift
    if out=$("$@" 2>&1); then echo "ok      $name"; else echo "FAILED  $name"; echo "$out" | head -60; failed=1; fi
}

format=$(command -v clang-format-14 || command -v clang-format)
check "clang-format" bash -c "git ls-files -z '*.cpp' '*.h' | xargs -0 $format --dry-run --Werror"
check "file health" python3 tests/lint/files.py
check "layers" python3 tests/lint/layers.py
check "translations" python3 tests/lint/translations.py
check "desktop file" desktop-file-validate packaging/linux/org.merchantconsole.MerchantConsole.desktop
check "metainfo" appstreamcli validate --no-net packaging/linux/org.merchantconsole.MerchantConsole.metainfo.xml
check "clang-tidy on changed files" bash tests/lint/tidy.sh
exit $failed
