#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every translation is complete: no unfinished message, and the same placeholders as the source."""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

problems = []
for path in sorted(pathlib.Path("translations").glob("*.ts")):
    for message in tree.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        if translation is None or translation.get("type") in ("vanished", "obsolete"):
            continue
        source = message.findtext("source") or ""
        forms = [form.text or "" for form in translation.findall("numerusform")] or [translation.text or ""]
        if translation.get("type") == "unfinished" or not all(forms):
            problems.append(f"{path.name}: not translated: {source!r}")
            continue
        wanted = set(re.findall(r"%L?\d", source))
        for form in forms:
            if set(re.findall(r"%L?\d", form)) != wanted:
                problems.append(f"{path.name}: placeholders differ: {source!r}")
print("\n".join(problems))
sys.exit(1 if problems else 0)
