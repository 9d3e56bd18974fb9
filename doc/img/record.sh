#!/usr/bin/env bash
# Records what a user sees of a live network and draws it: doc/img/up-hello.svg. Every line of the
# picture comes from this run. Takes a minute; needs curl and the ports of `up` free.
#
# One terminal of the machine runs the network while another one asks through it, so the picture
# shows the two after each other.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
export XDG_STATE_HOME=$state XDG_RUNTIME_DIR=$state

./orbweaver --version >/dev/null
./orbweaver up >"$state/up" 2>&1 &
pid=$!
until curl -s -o /dev/null -x socks5h://berlin:@127.0.0.1:1080 http://frankfurt.pop.orbweaver/; do
  kill -0 "$pid"
  sleep 0.1
done

whoami=(curl -s -x socks5h://berlin:@127.0.0.1:1080 http://frankfurt.pop.orbweaver/whoami)
bytes=(curl -so /dev/null -x socks5h://berlin:@127.0.0.1:1080
  -w '%{size_download} bytes in %{time_total} s\n' http://frankfurt.pop.orbweaver/bytes/1000M)
"${whoami[@]}" >"$state/whoami"
"${bytes[@]}" >"$state/bytes"
sleep 15
kill -TERM "$pid"
wait "$pid"

{
  echo '$ ./orbweaver up'
  cat "$state/up"
  echo
  echo "$ ${whoami[*]}"
  cat "$state/whoami"
  echo
  echo "$ ${bytes[*]@Q}" | sed "s/'\([A-Za-z0-9:/.@_-]*\)'/\1/g"
  cat "$state/bytes"
} | java doc/img/TerminalPicture.java "orbweaver up" >doc/img/up-hello.svg
