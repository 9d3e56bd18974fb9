#!/bin/sh
# Six terminals are given to hospitals, and none of them is forgotten. Elsewhere thousands were given
# and nobody could say where they were; here the numbers of a donation add up at any time, and a
# terminal that turns up in a strange place is asked about before anybody thinks of cutting it.
#
# What follows a line '# >' stands in the result of the command before it: a test looks.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
orbweaver() { "${ORBWEAVER:-$here/../../orbweaver}" "$@" --format csv; }
XDG_STATE_HOME=$(mktemp -d)
export XDG_STATE_HOME
trap 'rm -rf "$XDG_STATE_HOME"' EXIT

# A hospital with a line, and somebody who pays for it.
orbweaver account new "Hospital on the hill" --region UA
orbweaver account address ACC-0001 --at 50.45,30.52 --text "Hill road 3"
orbweaver line plan relief-100 "Relief" --price "75.00 EUR" --down 100 --up 10 --terminals 4
orbweaver payer new "A foundation"
orbweaver line new ACC-0001 --address ADR-0001 --plan relief-100 --class hospital --payer PAY-0001

# Four of the six promised terminals come.
orbweaver terminal new given-1 --kit KIT-1 --dish DISH-1
orbweaver terminal new given-2 --kit KIT-2 --dish DISH-2
orbweaver terminal new given-3 --kit KIT-3 --dish DISH-3
orbweaver terminal new given-4 --kit KIT-4 --dish DISH-4
orbweaver terminal donate given-1 given-2 given-3 --donor "A foundation" --purpose hospital --pledged 6 --promise "service is paid until 2028"
orbweaver terminal donate given-4 --more DON-0001
# > ,6,4,4,0,0,0,0,service is paid until 2028

# Two go to the hospital, one breaks, one is lost on the way.
orbweaver terminal change given-1 assigned --line SL-0001 --note "ward 2"
orbweaver terminal change given-2 assigned --line SL-0001 --note "the field tent"
orbweaver terminal change given-3 retired --note "fell from the roof"
orbweaver terminal change given-4 lost --note "the lorry did not arrive"
orbweaver terminal donations
# > ,6,4,0,2,1,0,1,

# One is seen 60 km away. Nothing is cut: a person is to look, and finds a good reason.
orbweaver terminal located given-2 --at 50.90,31.00
# > REV-0001,given-2
orbweaver terminal review REV-0001 explained --why "lent to the hospital in the next town"
orbweaver terminal list --state assigned
# > given-1,
# > given-2,

# The lost one comes back to light, and is a donated terminal again.
orbweaver terminal change given-4 found --note "the lorry had been sent elsewhere"
orbweaver terminal change given-4 released
orbweaver terminal history given-4
# > lost,,the lorry did not arrive
# > found,
orbweaver terminal donations
# > ,6,4,1,2,0,0,1,
