# bash completion for traff: commands, options and their values, folders.
_traff() {
  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]}
  local options='--rev --base --theme --fresh --jobs --lang --color --help'
  COMPREPLY=()
  if [ "$COMP_CWORD" = 1 ]; then
    mapfile -t COMPREPLY < <(compgen -W 'build bygg check kontrollera serve visa explain förklara new ny publish publicera pack packa changes ändringar index documents dokument version help hjälp --version --help --lang --color' -- "$word")
    return
  fi
  case $before in
    --color) mapfile -t COMPREPLY < <(compgen -W 'auto always never' -- "$word"); return ;;
    --lang) mapfile -t COMPREPLY < <(compgen -W 'sv en' -- "$word"); return ;;
    --format) mapfile -t COMPREPLY < <(compgen -W 'text json github gitlab sarif' -- "$word"); return ;;
    --rev | --since) mapfile -t COMPREPLY < <(compgen -W "$(git for-each-ref --format='%(refname:short)' 2>/dev/null)" -- "$word"); return ;;
    --base | --jobs | --port) return ;;
  esac
  case $command in
    new | ny)
      options='--in --content --lang --color --help'
      if [ "$COMP_CWORD" = 2 ]; then
        mapfile -t COMPREPLY < <(compgen -W 'webbplats nätverk träff redovisning presentation litteratur rapport mall sida tillgänglighet läsår' -- "$word")
        return
      fi
      ;;
    build | bygg) options+=' --out --timings --quiet --verbose' ;;
    explain | förklara) options+=' --out' ;;
    check | kontrollera) options+=' --drafts --format --strict --today --timings --quiet' ;;
    serve | visa) options+=' --port --quiet' ;;
    publish | publicera) options+=' --to --branch --push --rollback --verify --status --out --timings --quiet --verbose' ;;
    pack | packa) options+=' --out --archive --verify --timings --quiet --verbose' ;;
    changes | ändringar) options+=' --since' ;;
    index) options='--out --words --jobs --lang --color --help' ;;
    documents | dokument) options+=' --out' ;;
    version) return ;;
    help | hjälp)
      mapfile -t COMPREPLY < <(compgen -W 'build check serve explain new publish pack changes index documents version' -- "$word")
      return
      ;;
  esac
  if [[ $word == -* ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$options" -- "$word")
  else
    compopt -o filenames
    mapfile -t COMPREPLY < <(compgen -d -- "$word")
  fi
}
complete -F _traff traff
