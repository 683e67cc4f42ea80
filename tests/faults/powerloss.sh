#!/bin/sh
# Cuts the power: works on a disk of its own, takes that disk as it was two seconds later, without what was still on its
# way to it, and looks at what is there. What is published is whole, and the next run mends the rest.
# Usage: powerloss.sh TRAFF CONTENT; takes root, to mount.
. "$(dirname -- "$0")/setup.sh"

trap 'cd / && umount "$work/disk" "$work/after" 2>/dev/null; rm -rf "$work"' EXIT

# A journal each second: what has no bytes of its own on disk by then shows as empty files.
mount_disk() { mount -o loop,commit=1 "$work/disk.img" "$work/disk"; }

start() { # name of what is tried; the disk is as it was before it, every text has changed
  tried=$1
  cp --sparse=always base.img disk.img && mount_disk || { fault "$tried: monterar inte (does not mount)"; return 1; }
  find disk/kurs/content -name '*.md' | while read -r page; do printf '\nNytt stycke.\n' >>"$page"; done
  sync -f disk
}

run() { "$traff" "$@" >"$work/said" 2>&1 || fault "$tried: $* slutade med (ended with) $?: $(cat "$work/said")"; }
wrong() { fault "$tried: $*"; }

cuts=0
cut_power() { # the disk is `after` now
  cuts=$((cuts + 1))
  sleep 2
  cp --sparse=always disk.img cut.img
  umount disk
  mount -o loop cut.img after || wrong "går inte att montera (cannot be mounted)"
}

has_published() { # release
  [ "$(readlink after/webb/current)" = "releases/$1" ] || wrong "current är $(readlink after/webb/current), inte (not) $1"
  is_whole after/webb/current || wrong "current är inte hel (is not whole)"
}

cut_publication() {
  start "publish --to" || return
  run publish disk/kurs --to disk/webb
  cut_power
  has_published 000002
  run publish after/kurs --to after/webb
  has_published 000002
  printf '\nTill.\n' >>after/kurs/content/index.md
  run publish after/kurs --to after/webb
  has_published 000003
  run publish --verify --to after/webb
  umount after
}

# The build folder lies on the disk too, and nothing asks the disk to keep it.
cut_first_publication() {
  start "publish --to, första gången (the first time)" || return
  rm -rf disk/webb disk/kurs/.traff && sync -f disk
  run publish disk/kurs --to disk/webb
  cut_power
  has_published 000001
  printf '\nTill.\n' >>after/kurs/content/index.md
  run publish after/kurs --to after/webb
  has_published 000002
  umount after
}

cut_branch() {
  start "publish --branch" || return
  run publish disk/kurs --branch webb
  published=$(git -C disk/kurs rev-parse webb)
  cut_power
  [ "$(git -C after/kurs rev-parse webb 2>&1)" = "$published" ] || wrong "grenen är en annan (the branch is another)"
  git -C after/kurs fsck --full --strict --no-dangling >said 2>&1 || wrong "git fsck: $(cat said)"
  printf '\nTill.\n' >>after/kurs/content/index.md
  run publish after/kurs --branch webb
  umount after
}

cut_files() {
  start "pack, documents, index" || return
  run pack disk/kurs --out disk/kopia.zip
  cut_power
  run pack --verify after/kopia.zip
  umount after
  mount_disk
  run documents disk/kurs --out disk/dokument.json
  cp disk/dokument.json kept.json
  cut_power
  cmp -s kept.json after/dokument.json || wrong "dokument.json är inte hel (is not whole)"
  umount after
  mount_disk
  run index disk/dokument.json --out disk/index.json
  cp disk/index.json kept.json
  cut_power
  cmp -s kept.json after/index.json || wrong "index.json är inte hel (is not whole)"
  umount after
}

cut_new_site() {
  start "new site" || return
  run new site ./disk/ny
  cut_power
  diff -r disk.expected after/ny >said 2>&1 || wrong "filerna är inte hela (the files are not whole): $(head -3 said)"
  git -C after/ny status >said 2>&1 || wrong "git status: $(cat said)"
  umount after
}

# A build promises less: the next one mends it.
cut_build() {
  start "build" || return
  run build disk/kurs --out disk/bygge
  cut_power
  printf '\nTill.\n' >>after/kurs/content/index.md
  run build after/kurs --out after/bygge
  is_whole after/bygge || wrong "webbplatsen är inte hel efter nästa bygge (the site is not whole after the next build)"
  umount after
}

cd "$work" || exit 2
mkdir disk after
truncate -s 120M base.img
if ! { mkfs.ext4 -q base.img && mount -o loop base.img disk; } 2>/dev/null; then
  say "strömavbrott (power cut): hoppas över, får inte montera (skipped, may not mount)"
  exit 0
fi
make_course disk/kurs
"$traff" publish disk/kurs --to disk/webb >said 2>&1 && "$traff" publish disk/kurs --branch webb >said 2>&1 ||
  { say "publicerar inte (does not publish): $(cat said)"; exit 2; }
"$traff" new site ./ny >/dev/null 2>&1 && mv ny disk.expected
umount disk
cut_publication
cut_first_publication
cut_branch
cut_files
cut_new_site
cut_build
say "strömavbrott (power cut): $cuts gånger (times)"
finish
