# SPDX-License-Identifier: Apache-2.0
# Sourced by ./dev: runs the stages of a test run, keeps their time, and says at the end what failed.
stages_passed=0
stages_failed=0
stages_report=()

# stage NAME COMMAND…: a failed stage does not hide the ones after it.
stage() {
    local name=$1 began=$SECONDS
    shift
    echo "== $name"
    if (set -e; "$@"); then
        stages_passed=$((stages_passed + 1))
        stages_report+=("ok      $(printf '%5ds' $((SECONDS - began)))  $name")
    else
        stages_failed=$((stages_failed + 1))
        stages_report+=("FAILED  $(printf '%5ds' $((SECONDS - began)))  $name")
    fi
}

finish_stages() {
    echo
    printf '%s\n' "${stages_report[@]}"
    echo "Total time ${SECONDS}s"
    echo "$stages_passed passed, $stages_failed failed"
    [ "$stages_failed" -eq 0 ]
}
