#!/bin/sh
# Kills build, publish and pack at random moments, and takes the disk, the permission and the lock away: what readers see
# is always one whole version, and the next run succeeds. Usage: run.sh TRAFF CONTENT [TIMES [SEED]]
. "$(dirname -- "$0")/setup.sh"

times=${3:-500}
seed=${4:-1}
trap 'cd / && umount "$work/small" 2>/dev/null; rm -rf "$work"' EXIT

# `moment` becomes a time from 1 to $1 milliseconds, another each time, the same for the same seed.
draw_moment() {
  seed=$(((seed * 1103515245 + 12345) % 2147483648))
  milliseconds=$((seed / 65536 % $1 + 1))
  moment=$(printf '%d.%03d' $((milliseconds / 1000)) $((milliseconds % 1000)))
}

edit() { printf '\nRad %s.\n' "$1" >>"$work/kurs/content/index.md"; }

# How long the command takes after an edit, and a little more.
measure() { # command …
  edit "m$times"
  begun=$(date +%s%N)
  "$@" >/dev/null 2>&1 || fault "$*"
  longest=$((($(date +%s%N) - begun) / 1000000 * 5 / 4 + 5))
  killed=0
}

# Runs a command for a moment, and counts how often it was killed.
run_killed() { # command …
  draw_moment "$longest"
  timeout -s KILL "$moment" "$@" >/dev/null 2>&1
  [ $? = 137 ] && killed=$((killed + 1))
}

kill_builds() {
  measure "$traff" build kurs --out bygge
  i=0
  while [ $i -lt "$times" ]; do
    i=$((i + 1))
    edit "b$i"
    run_killed "$traff" build kurs --out bygge
    [ $((i % 25)) = 0 ] || continue
    "$traff" build kurs --out bygge >/dev/null 2>&1 || fault "nästa bygge gick inte (the next build failed), $i"
    is_whole bygge || fault "webbplatsen är inte hel efter nästa bygge (the site is not whole after the next build), $i"
  done
  say "build: $killed av $times dödade (killed)"
}

kill_publications() {
  "$traff" publish kurs --to webb >/dev/null 2>&1
  measure "$traff" publish kurs --to webb
  i=0
  while [ $i -lt "$times" ]; do
    i=$((i + 1))
    edit "p$i"
    run_killed "$traff" publish kurs --to webb
    is_whole webb/current || fault "det publicerade är inte helt (what is published is not whole), $i"
    [ $((i % 25)) = 0 ] || continue
    "$traff" publish kurs --to webb >/dev/null 2>&1 || fault "nästa publicering gick inte (the next publication failed), $i"
  done
  say "publish --to: $killed av $times dödade (killed), $(ls webb/releases | wc -l) versioner kvar (releases kept)"
}

kill_branches() {
  measure "$traff" publish kurs --branch webb
  i=0
  while [ $i -lt $((times / 5)) ]; do
    i=$((i + 1))
    edit "g$i"
    run_killed "$traff" publish kurs --branch webb
    [ $((i % 10)) = 0 ] || continue
    "$traff" publish kurs --branch webb >/dev/null 2>&1 || fault "nästa publicering i grenen gick inte (the next publication failed), $i"
    git -C kurs fsck --strict --no-dangling 2>&1 | grep -q . && fault "git fsck, $i"
  done
  say "publish --branch: $killed av $((times / 5)) dödade (killed)"
}

kill_copies() {
  "$traff" pack kurs --out kopia.zip >/dev/null 2>&1
  measure "$traff" pack kurs --out kopia.zip
  i=0
  while [ $i -lt "$times" ]; do
    i=$((i + 1))
    edit "k$i"
    run_killed "$traff" pack kurs --out kopia.zip
    "$traff" pack --verify kopia.zip >/dev/null 2>&1 || fault "kopian är inte hel (the copy is not whole), $i"
  done
  "$traff" pack kurs --out kopia.zip >/dev/null 2>&1 || fault "nästa kopia gick inte (the next copy failed)"
  say "pack: $killed av $times dödade (killed)"
}

# Runs a command that must end with 2 and name `about`.
must_fail() { # about, command …
  about=$1
  shift
  "$@" >"$work/said" 2>&1
  code=$?
  [ $code = 2 ] || fault "slutade med $code, inte 2 (ended with $code, not 2): $*"
  grep -q "$about" "$work/said" || fault "nämner inte (does not name) $about: $(cat "$work/said")"
}

fill_disk() {
  mkdir small
  if ! mount -t tmpfs -o size=300k none small 2>/dev/null; then
    say "full disk: hoppas över, får inte montera (skipped, may not mount)"
    return
  fi
  must_fail small "$traff" build kurs --out small/bygge
  must_fail small "$traff" publish kurs --to small/webb
  [ -e small/webb/current ] && fault "en halv webbplats är publicerad (half a site was published)"
  must_fail small "$traff" pack kurs --out small/kopia.zip
  [ -e small/kopia.zip ] && fault "en halv kopia ligger kvar (half a copy is left)"
  umount small
  say "full disk: 3 av 3"
}

take_permission() {
  if [ "$(id -u)" = 0 ]; then
    say "skrivskydd: hoppas över, root får allt (skipped, root may do anything)"
    return
  fi
  mkdir låst && chmod 555 låst
  must_fail låst "$traff" build kurs --out låst/bygge
  must_fail låst "$traff" publish kurs --to låst/webb
  must_fail låst "$traff" pack kurs --out låst/kopia.zip
  say "skrivskydd (read-only): 3 av 3"
}

hold_lock() {
  flock webb sh -c "'$traff' publish kurs --to webb >'$work/said' 2>&1; echo \$? >'$work/code'"
  [ "$(cat "$work/code")" = 2 ] || fault "publicerade trots låset (published in spite of the lock)"
  say "lås (lock): 1 av 1"
}

cd "$work" || exit 2
make_course kurs
"$traff" build kurs --out bygge >/dev/null 2>&1 || { say "bygger inte (does not build)"; exit 2; }
kill_builds
kill_publications
kill_branches
kill_copies
fill_disk
take_permission
hold_lock
finish
