#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# clang-tidy on the sources that a change touches. The base is MC_TIDY_BASE, else the branch's fork from origin/main,
# else the commit before the latest one. MC_TIDY_ALL=1 takes every source.
set -euo pipefail
cd "$(dirname "$0")/../.."
tidy=$(command -v clang-tidy-14 || command -v clang-tidy)
# No origin and no parent are ordinary: a first commit, an unpacked archive. Then every source is looked at.
base=${MC_TIDY_BASE:-$(git merge-base HEAD origin/main 2>/dev/null || true)}
if [ -z "$base" ] || [ "$base" = "$(git rev-parse HEAD)" ]; then base=$(git rev-parse -q --verify HEAD~1 || true); fi
if [ "${MC_TIDY_ALL:-}" = 1 ] || [ -z "$base" ]; then
    files=$(git ls-files 'app/*.cpp' 'ui/*.cpp' 'models/*.cpp' 'store/*.cpp')
else
    files=$(git diff --name-only --diff-filter=d "$base" -- 'app/*.cpp' 'ui/*.cpp' 'models/*.cpp' 'store/*.cpp')
fi
[ -n "$files" ] || exit 0
# The presets that run tests compile several files together; clang-tidy wants to know each file's own command.
cmake -S . -B build/lint -G Ninja -DCMAKE_BUILD_TYPE=Debug -DCMAKE_EXPORT_COMPILE_COMMANDS=ON -DBUILD_TESTING=OFF >/dev/null
echo "$files" | xargs -P "${MC_JOBS:-$(nproc)}" -n 1 "$tidy" --quiet -p build/lint --extra-arg=-Wno-unknown-warning-option 2>/dev/null
