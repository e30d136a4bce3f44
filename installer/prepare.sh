# Sourced by installer/demo and installer/test: makes sure this machine has what Werkdesk needs, then offers
# $venv_python. Nothing is downloaded twice; root is asked for only when a system package is missing.

root_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
venv_dir="$root_dir/.venv"
venv_python="$venv_dir/bin/python"

# Qt's window system, off screen and on; printing to a queue; the key store of the desktop.
run_packages=(python3 python3-venv ca-certificates libglib2.0-0 libegl1 libgl1 libdbus-1-3 libfontconfig1
    libxkbcommon0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 cups-client)
# The real key store, the real printer and the readers of PDF that the tests hold Werkdesk against.
test_packages=(dbus gnome-keyring cups cups-filters cups-ipp-utils avahi-daemon poppler-utils git)

say() { printf 'Werkdesk: %s\n' "$*"; }
stop() { printf 'Werkdesk: %s\n' "$*" >&2; exit 1; }

install_system_packages() {
    command -v dpkg-query >/dev/null ||
        stop "dit script kent Debian en Ubuntu. Installeer zelf Python 3.11 of nieuwer en: $*"
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    # Newer releases carry some libraries under another name (64-bit time).
    local wanted=()
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null ||
            stop "deze pakketten ontbreken en ik ben geen beheerder. Vraag een beheerder om: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    say "installeert: ${missing[*]}"
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq ||
        stop "de pakketlijst van het systeem is niet op te halen. Is er verbinding?"
    for name in "${missing[@]}"; do
        if apt-cache show "$name" >/dev/null 2>&1; then wanted+=("$name"); else wanted+=("${name}t64"); fi
    done
    # A server must not start by itself because a test needs its program.
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee /usr/sbin/policy-rc.d.werkdesk >/dev/null
    local made_policy=""
    if [ ! -e /usr/sbin/policy-rc.d ]; then
        "${as_root[@]}" cp /usr/sbin/policy-rc.d.werkdesk /usr/sbin/policy-rc.d
        "${as_root[@]}" chmod 755 /usr/sbin/policy-rc.d
        made_policy=1
    fi
    local code=0
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${wanted[@]}" \
        >/dev/null || code=$?
    "${as_root[@]}" rm -f /usr/sbin/policy-rc.d.werkdesk
    [ -z "$made_policy" ] || "${as_root[@]}" rm -f /usr/sbin/policy-rc.d
    [ "$code" -eq 0 ] || stop "apt-get kon niet alles installeren: ${wanted[*]}"
}

find_python() {
    local name
    for name in python3 python3.13 python3.12 python3.11; do
        command -v "$name" >/dev/null || continue
        "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        command -v "$name"
        return 0
    done
    return 1
}

install_python_packages() {
    local requirements="$1" stamp python
    stamp="$venv_dir/.klaar-$(basename "$requirements" .txt)-$(cat "$requirements" "$root_dir/pyproject.toml" | sha256sum | cut -c1-16)"
    [ -e "$stamp" ] && return 0
    if [ ! -x "$venv_python" ]; then
        python=$(find_python) || stop "er is geen Python 3.11 of nieuwer (met venv) op deze machine."
        say "maakt een eigen Python-omgeving in .venv"
        "$python" -m venv "$venv_dir" || stop "de Python-omgeving kon niet worden gemaakt in $venv_dir."
    fi
    say "installeert de Python-pakketten (vaste versies, met controlegetal)"
    "$venv_python" -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements" ||
        stop "de Python-pakketten konden niet worden geïnstalleerd. Is er verbinding?"
    "$venv_python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --no-index \
        -e "$root_dir" || stop "Werkdesk zelf kon niet in .venv worden gezet."
    touch "$stamp"
}
