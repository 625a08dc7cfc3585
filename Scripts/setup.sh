#!/usr/bin/env bash
# Installs what is missing to run Alis (setup.sh run), to test it (setup.sh test) or to measure it (setup.sh bench). What is there is left alone.
source "$(dirname "${BASH_SOURCE[0]}")/common.sh"
purpose="${1:-run}"

command -v swift >/dev/null || stop 3 "Swift 6.2 or newer is needed and is not on the PATH: https://www.swift.org/install/"

has_header() { pkg-config --exists "$1" 2>/dev/null; }
has_linker() { command -v ld.lld >/dev/null || [ -x "$(dirname "$(readlink -f "$(command -v swift)")")/ld.lld" ]; }
# A font with the letters of Norwegian and Sámi, for PDF.
has_letters() { compgen -G '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf' >/dev/null || [ -n "$(fc-list :lang=se 2>/dev/null)" ]; }
has_postgres() { compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; }

packages=()
command -v pkg-config >/dev/null || packages+=(pkg-config)
has_header sqlite3 || packages+=(libsqlite3-dev)
has_header libpq || packages+=(libpq-dev)
has_header libzip || packages+=(libzip-dev)
has_header expat || packages+=(libexpat1-dev)
has_header xlsxwriter || packages+=(libxlsxwriter-dev)
has_header cairo || packages+=(libcairo2-dev)
has_letters || packages+=(fonts-dejavu-core)
has_header zlib || packages+=(zlib1g-dev)
has_linker || packages+=(lld)
if [ "$purpose" = test ]; then
    has_postgres || packages+=(postgresql)
    [ -x /usr/bin/chromium ] || packages+=(chromium)
    [ -x /usr/bin/chromedriver ] || packages+=(chromium-driver)
    command -v pdftotext >/dev/null || packages+=(poppler-utils)
    command -v soffice >/dev/null || packages+=(libreoffice-calc-nogui)
    python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3 python3-venv)
fi

if [ "$purpose" = bench ]; then
    command -v wrk >/dev/null || packages+=(wrk)
    python3 -c 'import ensurepip' 2>/dev/null || packages+=(python3 python3-venv)
fi

if [ ${#packages[@]} -gt 0 ]; then
    command -v apt-get >/dev/null \
        || stop 3 "These are missing: ${packages[*]} (Debian's names). Only apt is known here; install them by your system's own means and try again."
    as_root=()
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null && sudo -n true 2>/dev/null && as_root=(sudo) \
            || { command -v sudo >/dev/null && [ -t 0 ] && as_root=(sudo); } \
            || stop 3 "These are missing: ${packages[*]}. Installing them needs root or sudo; ask whoever has it to run: apt-get install ${packages[*]}"
    fi
    say "Installing ${packages[*]} …"
    export DEBIAN_FRONTEND=noninteractive
    "${as_root[@]}" apt-get update -qq || say "(the list of packages could not be fetched; trying with the old one)"
    "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}" >&2 \
        || stop 3 "apt-get could not install ${packages[*]}; see its message above."
fi

if [ "$purpose" = test ]; then
    [ -x "$venv/bin/python" ] || python3 -m venv "$venv" || stop 3 "No Python environment could be made in $venv."
    if ! "$venv/bin/python" -c 'import playwright, axe_playwright_python, openpyxl, xlsxwriter' 2>/dev/null; then
        say "Installing the browser tests' Python packages in $venv …"
        "$venv/bin/python" -m pip install --quiet --disable-pip-version-check \
            'playwright>=1.50,<2' 'axe-playwright-python>=0.1.8,<0.2' 'openpyxl>=3.1,<4' 'xlsxwriter>=3.2,<4' \
            || stop 3 "pip could not install the browser tests' packages; see its message above."
    fi
fi
