#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tests/e2e/run.sh MERCHANT_STORE [PAGES_GALLERY]: the customer's pages in a real browser. The gallery is a test program
# of the same build (build/PRESET/tests/mc_pages_gallery) and is found next to the store's folder when it is not given.
set -eu
store=$(realpath "$1")
gallery=$(realpath "${2:-$(dirname "$(dirname "$store")")/tests/mc_pages_gallery}")
cd "$(dirname "$0")"
[ -d node_modules/playwright-core ] || npm ci --ignore-scripts --no-audit --no-fund
MC_MERCHANT_STORE=$store MC_PAGES_GALLERY=$gallery exec node --test --test-concurrency=1 customer.test.mjs gallery.test.mjs
