#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""sbom_check.py SCRATCH PROGRAM…: makes the bill of materials of built programs and looks whether it is one.

CycloneDX 1.5: what the specification requires of each part, references that lead somewhere, versions that are installed,
every library that a program really loads, the same file twice from the same build."""
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PURL = re.compile(r"^pkg:deb/debian/[a-z0-9][a-z0-9+.-]+@[A-Za-z0-9.%~+-]+\?arch=[a-z0-9]+$")


def problems_of(body, programs):
    problems = []

    def need(holds, what):
        if not holds:
            problems.append(what)

    need(body.get("bomFormat") == "CycloneDX" and body.get("specVersion") == "1.5" and body.get("version") == 1, "not CycloneDX 1.5")
    need(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", body.get("serialNumber", "")), "no serial number")
    need(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", body["metadata"]["timestamp"]), "no time")
    references = [body["metadata"]["component"]["bom-ref"]] + [one.get("bom-ref") for one in body["components"]]
    need(len(references) == len(set(references)), "a reference is there twice")
    for one in body["components"]:
        need(one.get("type") in ("library", "application") and one.get("name") and one.get("version"), f"incomplete: {one.get('name')}")
        if one["type"] == "library":
            need(PURL.match(one.get("purl", "")), f"{one['name']} has no package URL")
            need(one.get("scope") in ("required", "optional"), f"{one['name']} has no scope")
        for licence in one.get("licenses", []):
            need(set(licence["license"]) <= {"id", "name"}, f"{one['name']} has an odd licence")
    for edge in body["dependencies"]:
        need(edge["ref"] in references and set(edge["dependsOn"]) <= set(references), f"{edge['ref']} leads nowhere")
    need({edge["ref"] for edge in body["dependencies"]} == set(references), "a part without its dependencies")
    installed = dict(line.split("\t") for line in subprocess.run(["dpkg-query", "-W", "-f", "${Package}\t${Version}\n"], check=True,
                                                                  stdout=subprocess.PIPE).stdout.decode().splitlines())
    libraries = {one["name"]: one for one in body["components"] if one["type"] == "library"}
    for name, one in libraries.items():
        need(installed.get(name) == one["version"], f"{name} {one['version']} is not what is installed")
    for program in programs:
        entry = next((one for one in body["components"] if one["name"] == program.name and one["type"] == "application"), None)
        need(entry is not None, f"{program.name} is missing")
        loaded = subprocess.run(["ldd", str(program)], stdout=subprocess.PIPE, check=True).stdout.decode()
        for name, package in (("libQt6Core", "libqt6core6"), ("libQt6Network", "libqt6network6"), ("libsodium", "libsodium23"),
                              ("libcurl", "libcurl4"), ("libc.so", "libc6")):
            if name in loaded:
                need(package in libraries, f"{program.name} loads {name}, but {package} is not listed")
    need(any(name.startswith("libboost") for name in libraries), "Boost's headers are compiled in, but not listed")
    return problems


def main():
    scratch, programs = pathlib.Path(sys.argv[1]), [pathlib.Path(name) for name in sys.argv[2:]]
    scratch.mkdir(parents=True, exist_ok=True)
    texts = []
    for name in ("first.json", "second.json"):
        subprocess.run([sys.executable, str(HERE / "sbom.py"), str(scratch / name), *map(str, programs)], check=True)
        texts.append((scratch / name).read_text(encoding="utf-8"))
    body = json.loads(texts[0])
    problems = problems_of(body, programs)
    if texts[0] != texts[1]:
        problems.append("two runs differ")
    # The check itself must see what is missing.
    broken = json.loads(texts[0])
    broken["components"] = [one for one in broken["components"] if one["name"] != "libqt6core6"]
    if not problems_of(broken, programs):
        problems.append("a missing library is not noticed")
    print("\n".join(problems) or f"{len(body['components'])} parts")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
