#!/usr/bin/env bash
# Measures what a user waits for and what a running network holds in memory.
#
#   orbweaver-bench/startup.sh version        `orbweaver --version`
#   orbweaver-bench/startup.sh hello          `up hello`: start to first byte carried
#   orbweaver-bench/startup.sh rss FILE [S]   `up starlink-1000 --elements FILE`: memory after S seconds
#
# RUNS (default 11) is the number of starts, each of a new process; the first is thrown away. Prints
# every figure and the median. The tree must be built: run ./orbweaver --version before.
set -euo pipefail
export LC_ALL=C
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
orbweaver=$here/../orbweaver
runs=${RUNS:-11}
port=${PORT:-21080}

# State of its own, so that a network that runs already is left alone.
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
export XDG_STATE_HOME=$state XDG_RUNTIME_DIR=$state

now_ms() { echo $((${EPOCHREALTIME/./} / 1000)); }

median() {
  sort -n | awk '{ v[NR] = $1 } END { print (NR % 2) ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'
}

report() {
  local what=$1
  shift
  printf '%s: %s ms; median of %d: %s ms\n' "$what" "$*" "$#" "$(printf '%s\n' "$@" | median)"
}

start_version() {
  local began
  began=$(now_ms)
  "$orbweaver" --version >/dev/null
  echo $(($(now_ms) - began))
}

# A program asks through the proxy, again and again until it is answered.
start_hello() {
  local began pid
  began=$(now_ms)
  "$orbweaver" up hello --socks-port "$port" >"$state/up.log" 2>&1 &
  pid=$!
  until curl -s -o /dev/null --max-time 5 --socks5-hostname "berlin:@127.0.0.1:$port" \
    http://frankfurt.pop.orbweaver/whoami; do
    kill -0 "$pid" 2>/dev/null || { cat "$state/up.log" >&2; exit 1; }
    sleep 0.01
  done
  echo $(($(now_ms) - began))
  kill -TERM "$pid"
  wait "$pid" || true
}

repeat() {
  local what=$1 figures=() i
  for ((i = 0; i <= runs; i++)); do
    ((i == 0)) && { "start_$what" >/dev/null; continue; }
    figures+=("$("start_$what")")
  done
  report "$what" "${figures[@]}"
}

rss() {
  local elements=$1 seconds=${2:-120} pid
  "$orbweaver" up starlink-1000 --elements "$elements" --socks-port "$port" >/dev/null 2>&1 &
  pid=$!
  sleep "$seconds"
  ps -o rss= -p "$pid" | awk '{ printf "resident: %.0f MB\n", $1 / 1024 }'
  awk '/VmHWM/ { printf "highest: %.0f MB\n", $2 / 1024 }' "/proc/$pid/status" 2>/dev/null || true
  kill -TERM "$pid"
  wait "$pid" || true
}

case ${1-} in
  version | hello) repeat "$1" ;;
  rss) shift && rss "$@" ;;
  *) sed -n '2,10s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2 && exit 2 ;;
esac
