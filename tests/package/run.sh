#!/bin/sh
# Installs the package in a root with nothing in it but what Debian calls minimal, and does there what its owner would.
# Usage: run.sh PACKAGE.deb; takes root, debootstrap and the mirror that apt uses here.
set -u

say() { printf '%s\n' "$*"; }
fail() { say "FEL: $*"; exit 1; }
skip() { say "paketet (package): hoppas över (skipped), $*"; exit 0; }

[ "$(id -u)" = 0 ] || skip "kräver root (takes root)"
command -v debootstrap >/dev/null || skip "debootstrap saknas (is missing)"

package=$1
release=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
mirror=$(apt-get indextargets --format '$(CODENAME) $(COMPONENT) $(SITE)' 'Created-By: Packages' |
  awk -v release="$release" '$1 == release && $2 == "main" { print $3; exit }')
[ -n "$mirror" ] || fail "apt säger inte var $release hämtas (apt does not say where to get it)"

# All that is mounted is seen by this run alone, and goes with it.
if [ "${TRAFF_OWN_MOUNTS:-}" != yes ]; then
  TRAFF_OWN_MOUNTS=yes exec unshare --mount sh "$0" "$package"
fi
root=$(mktemp -d) || fail "ingen plats (no room)"
trap 'umount "$root/proc" 2>/dev/null; rm -rf --one-file-system "$root"' EXIT

say "Gör en ren $release (makes a clean one)"
debootstrap --variant=minbase "$release" "$root" "$mirror" >"$root.log" 2>&1 || { tail -n 5 "$root.log"; fail "debootstrap"; }
rm -f "$root.log"
mount -t proc proc "$root/proc" || fail "proc går inte att montera (cannot be mounted)"
cp "$package" "$root/tmp/"

inside() { # a line of shell; what it says is shown when it fails
  say "  $1"
  said=$(chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
    sh -c "cd /root && $1" 2>&1) || { printf '%s\n' "$said" | tail -n 20; fail "$1"; }
}

inside "apt-get update"
inside "apt-get install -y /tmp/$(basename "$package")"
inside "git --version"
inside "for page in /usr/share/man/man1/traff.1 /usr/share/bash-completion/completions/traff; do test -s \$page || exit; done"
inside "cd /usr/share/doc/traff && test -s copyright && test -s LICENCES.md && test -s content-format.md && test -s publishing.md && test -s diagnostics.md"
inside "git config --global user.name Anna && git config --global user.email anna@example.org"
inside "traff new site Samtalsledare i Kalmar"
inside "cd samtalsledare-i-kalmar && traff build && test -s site/index.html"
inside "cd samtalsledare-i-kalmar && traff check"
inside "cd samtalsledare-i-kalmar && git add . && git commit -q -m Start && traff publish --branch webb && git cat-file -e webb:index.html"
inside "cd samtalsledare-i-kalmar && traff publish --to /srv/webb && traff publish --to /srv/webb --status --rev HEAD"
inside "cd samtalsledare-i-kalmar && traff build --fresh && traff build --theme /usr/share/traff/themes/default --out egen && diff -r -x '.traff*' site egen"
inside "apt-get purge -y traff && ! test -e /usr/share/traff && ! test -e /usr/share/doc/traff"
say "Paketet går att installera, använda och ta bort (the package installs, works and goes)"
