#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""sbom.py OUT.json PROGRAM…: the software bill of materials of built programs, as CycloneDX 1.5 JSON.

What a program needs at run time comes from its dynamic section and from what the package depends on beside it (plug-ins);
what is compiled in from headers alone is listed in HEADER_ONLY. Names, versions and sources are Debian's. Nothing is
vendored. Reproducible: the same build gives the same file (SOURCE_DATE_EPOCH, else the last commit's time)."""
import datetime
import hashlib
import json
import os
import pathlib
import re
import subprocess
import sys
import urllib.parse
import uuid

TOP = pathlib.Path(__file__).resolve().parent.parent
# Loaded by Qt when it is asked for: no program names them.
PLUGINS = ["libqt6sql6-sqlite", "libqt6sql6-psql", "libqt6svg6", "qt6-qpa-plugins"]
HEADER_ONLY = ["libboost1.81-dev|libboost-dev", "libexpected-dev", "libkainjow-mustache-dev"]


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout.decode().strip()


def version():
    return re.search(r"project\(merchant-console VERSION ([\d.]+)", (TOP / "CMakeLists.txt").read_text()).group(1)


def built_at():
    seconds = os.environ.get("SOURCE_DATE_EPOCH") or run("git", "-C", str(TOP), "log", "-1", "--format=%ct") or "0"
    return datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def libraries_of(program):
    """Files of all libraries that the program pulls in, directly or not."""
    return sorted({os.path.realpath(path) for path in re.findall(r"=> (/\S+)", run("ldd", str(program)))})


def owners_of(paths):
    """Packages by file. Debian's list may name a file with or without /usr before it."""
    asked = {}
    for path in paths:
        for candidate in (path, path.removeprefix("/usr"), "/usr" + path):
            asked[candidate] = path
    owners = {}
    for line in run("dpkg-query", "-S", *sorted(asked)).splitlines():
        package, _, file = line.partition(": ")
        if file in asked:
            owners[asked[file]] = package.split(",")[0].split(":")[0]
    return owners


def licences_of(package):
    """Names of licences as Debian's machine-readable copyright file gives them; many are still prose."""
    file = pathlib.Path("/usr/share/doc") / package / "copyright"
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    if not text.startswith(("Format:", "Format-Specification:")):
        return []
    return sorted({name.strip() for name in re.findall(r"^License:[ \t]*(\S.*)$", text, re.M)})


def component(package, scope):
    fields = run("dpkg-query", "-W", "-f", "${Package}\t${Version}\t${Architecture}\t${source:Package}\t${source:Version}\t${Homepage}", package).split("\t")
    if len(fields) < 6 or not fields[1]:
        return None
    name, number, architecture, source, source_version, homepage = fields
    quoted = urllib.parse.quote(number, safe="~.-")
    purl = f"pkg:deb/debian/{name}@{quoted}?arch={architecture}"
    made = {"type": "library", "bom-ref": purl, "name": name, "version": number, "scope": scope, "purl": purl,
            "properties": [{"name": "debian:source", "value": f"{source} {source_version}"}]}
    if homepage:
        made["externalReferences"] = [{"type": "website", "url": homepage}]
    licences = licences_of(name)
    if licences:
        made["licenses"] = [{"license": {"name": one}} for one in licences]
    return made


def program_entry(path, needs):
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return {"type": "application", "bom-ref": f"program:{path.name}", "name": path.name, "version": version(),
            "hashes": [{"alg": "SHA-256", "content": digest}], "licenses": [{"license": {"id": "Apache-2.0"}}]}, needs


def bill(programs):
    libraries = {program: libraries_of(program) for program in programs}
    if not all(libraries.values()):
        sys.exit("sbom: ldd finds no libraries")
    owners = owners_of(set().union(*libraries.values()))
    unknown = sorted(path for paths in libraries.values() for path in paths if path not in owners)
    if unknown:
        sys.exit("sbom: no package owns " + ", ".join(unknown))
    needs_of = {program: {owners[path] for path in paths} for program, paths in libraries.items()}
    scopes = {package: "required" for needs in needs_of.values() for package in needs}
    for package in PLUGINS:
        scopes.setdefault(package, "optional")
    for names in HEADER_ONLY:
        for name in names.split("|"):
            if run("dpkg-query", "-W", "-f", "${Version}", name):
                scopes.setdefault(name, "required")
                break
    made = {package: component(package, scope) for package, scope in sorted(scopes.items())}
    made = {package: one for package, one in made.items() if one}
    entries = [program_entry(program, needs_of[program]) for program in programs]
    always = {one for one in made if one not in set().union(*needs_of.values())}
    dependencies = [{"ref": "product", "dependsOn": [entry["bom-ref"] for entry, _ in entries]}]
    for entry, needs in entries:
        dependencies.append({"ref": entry["bom-ref"],
                             "dependsOn": sorted(made[package]["bom-ref"] for package in (needs | always) if package in made)})
    dependencies += [{"ref": one["bom-ref"], "dependsOn": []} for one in made.values()]
    body = {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
            "metadata": {"timestamp": built_at(), "tools": {"components": [{"type": "application", "name": "packaging/sbom.py"}]},
                         "component": {"type": "application", "bom-ref": "product", "name": "merchant-console", "version": version(),
                                       "licenses": [{"license": {"id": "Apache-2.0"}}]}},
            "components": [entry for entry, _ in entries] + list(made.values()), "dependencies": dependencies}
    body["serialNumber"] = "urn:uuid:" + str(uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(body, sort_keys=True)))
    return body


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__.splitlines()[0])
    body = bill([pathlib.Path(name) for name in sys.argv[2:]])
    pathlib.Path(sys.argv[1]).write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
