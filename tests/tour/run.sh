#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# run.sh BIN_DIR OUT: the guided tour, then a console that is killed offline. Real programs, a virtual display, a window manager, a session bus for accessibility;
# mouse and keyboard events go through the X server, the customer's part through Chromium.
set -euo pipefail
bin=$(cd "$1" && pwd)
mkdir -p "$2"
out=$(cd "$2" && pwd)
here=$(cd "$(dirname "$0")" && pwd)
rm -f "$out"/*.png "$out"/tour.json
state=$(mktemp -d)
pids=()
cleanup() {
    local pid
    for pid in "${pids[@]:-}"; do [ -n "$pid" ] && kill "$pid" 2>/dev/null; done
    wait 2>/dev/null
    rm -rf "$state"
}
trap cleanup EXIT

mkfifo "$state/display"
exec 9<>"$state/display"
Xvfb -displayfd 9 -screen 0 1280x860x24 -nolisten tcp >"$state/xvfb.log" 2>&1 &
pids+=($!)
read -r -t 20 display <&9
export DISPLAY=:$display
export XDG_RUNTIME_DIR=$state/run XDG_CONFIG_HOME=$state/config XDG_DATA_HOME=$state/data XDG_CACHE_HOME=$state/cache
mkdir -m 700 -p "$XDG_RUNTIME_DIR" "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
export QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_ACCESSIBILITY=1 NO_AT_BRIDGE=0 LC_ALL=C.UTF-8 LANG=C.UTF-8
openbox --sm-disable >"$state/openbox.log" 2>&1 &
pids+=($!)
for part in tour offline; do
    dbus-run-session -- /usr/bin/python3 "$here/$part.py" "$bin" "$out" "$state"
done
