# What the scripts of this folder have in common: sourced by them, with the program and the content as their first two
# arguments. Leaves `work`, an empty folder that each removes when it ends.
set -u

traff=$(readlink -f -- "$1")
content=$(readlink -f -- "$2")
work=$(mktemp -d)
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null HOME="$work"
export GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=t@example.org GIT_COMMITTER_NAME=Test GIT_COMMITTER_EMAIL=t@example.org
failed=0

say() { printf '%s\n' "$*"; }
fault() { say "FEL: $*"; failed=$((failed + 1)); }

# Whether the files of a site are those its manifest names.
is_whole() { # folder
  sed -n '/^"outputs"/,$s/^"\(.*\)": "\([0-9a-f]\{40\}\).*/\2 \1/p' "$1/.traff-manifest.json" | sort >"$work/listed"
  [ -s "$work/listed" ] || return 1
  cut -d' ' -f2- "$work/listed" | (cd "$1" && git hash-object --no-filters --stdin-paths) >"$work/ids" 2>/dev/null
  cut -d' ' -f1 "$work/listed" | cmp -s - "$work/ids"
}

make_course() { # folder
  mkdir "$1" && cp -r "$content" "$1/content"
  git -C "$1" init -q -b main && git -C "$1" add -A && git -C "$1" commit -q -m start
}

finish() {
  [ $failed = 0 ] || { say "$failed fel (faults)"; exit 1; }
  say "allt helt (all whole)"
}
