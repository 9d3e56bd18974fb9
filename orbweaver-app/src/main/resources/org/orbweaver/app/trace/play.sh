#!/bin/sh
# Prints the settings of a trace as lines for tc, each at its time:
#   sh play.sh TRACE UPDEV [DOWNDEV] | tc -batch -
# UPDEV is the device through which traffic leaves the terminal's side, DOWNDEV the one through which
# it leaves the PoP's. Needs Linux. To take the settings away: tc qdisc del dev DEV root
set -eu
if [ $# -lt 2 ] || [ ! -r "$1" ]; then
  echo "usage: sh play.sh TRACE UPDEV [DOWNDEV] | tc -batch -" >&2
  exit 2
fi

# Hundredths of a second since the machine was started.
now() {
  read -r up rest < /proc/uptime
  echo "${up%.*}${up#*.}"
}

start=$(now)
first_up=replace
first_down=replace
while read -r ms direction settings; do
  case $ms in
    '' | '#'*) continue ;;
  esac
  late=$(($(now) - start - ms / 10))
  if [ "$late" -lt 0 ]; then
    sleep "$((-late / 100)).$(printf %02d $((-late % 100)))"
  fi
  case $direction in
    up)
      echo "qdisc $first_up dev $2 root handle 1: netem $settings"
      first_up=change
      ;;
    down)
      if [ -n "${3:-}" ]; then
        echo "qdisc $first_down dev $3 root handle 1: netem $settings"
        first_down=change
      fi
      ;;
  esac
done < "$1"
