#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The layers: who may include whom. The link graph says the same; this names the line that breaks it."""
import re
import subprocess
import sys

# layer -> the layers whose headers it may include, besides its own
ALLOWED = {
    "models/domain": [],
    "models/sqlite": [],
    "models/storage": ["models/domain", "models/sqlite"],
    "models/net": ["models/domain"],
    "models/sync": ["models/domain", "models/storage", "models/net"],
    "models/orders": ["models/domain", "models/storage", "models/net", "models/sync"],
    "ui": ["models/domain", "models/orders"],
    "app/console": ["models/domain", "models/orders", "ui"],
    "store": ["models/domain", "models/sqlite"],
    "app/store": ["models/domain", "store"],
}
# Widgets never touch SQL or HTTP, the domain nothing but QtCore.
FORBIDDEN_QT = {
    "models/domain": r"#include <Q(Sql|Network|Widget|Application|Painter|Gui|Tcp|Url(?!Query))",
    "ui": r"#include <Q(Sql|Network(?!Information))",
    "models": r"#include <Q(Widget|Application|Dialog|Label|PushButton|TableView)",
    "store": r"#include <Q(Widget|Application|Gui|Painter)",
}
problems = []


def layer_of(path):
    return max((layer for layer in ALLOWED if path.startswith(layer + "/")), key=len, default=None)


def target_layer(include):
    for prefix in ("", "models/"):
        layer = layer_of(prefix + include)
        if layer:
            return layer
    return None


files = subprocess.run(["git", "ls-files", "app", "ui", "models", "store"], capture_output=True, check=True, text=True).stdout.split()
for path in files:
    if not path.endswith((".h", ".cpp")):
        continue
    layer = layer_of(path)
    for number, line in enumerate(open(path, encoding="utf-8"), 1):
        if match := re.match(r'#include "([^"]+)"', line):
            target = target_layer(match[1])
            if target and target != layer and target not in ALLOWED[layer]:
                problems.append(f"{path}:{number}: {layer} must not include {target}")
        for where, pattern in FORBIDDEN_QT.items():
            if path.startswith(where + "/") and re.match(pattern, line):
                problems.append(f"{path}:{number}: {where} must not include {line.strip()}")
print("\n".join(problems))
sys.exit(1 if problems else 0)
