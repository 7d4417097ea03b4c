#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Every translation is complete: no unfinished message, and the same placeholders as the source. Counts are
written %Ln: %n would show Latin digits in every language."""
import pathlib
import re
import sys
import xml.etree.ElementTree as tree

Placeholder = r"%L?\d|%L?n"
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
        if re.search(r"%n(?![a-z])", source):
            problems.append(f"{path.name}: write %Ln instead of %n: {source!r}")
        wanted = set(re.findall(Placeholder, source))
        for form in forms:
            spelled = {"%Ln"} if len(forms) > 1 else set()  # "one order" needs no figure
            if set(re.findall(Placeholder, form)) | spelled != wanted | spelled:
                problems.append(f"{path.name}: placeholders differ: {source!r}")
print("\n".join(problems))
sys.exit(1 if problems else 0)
