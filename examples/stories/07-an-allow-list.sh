#!/bin/sh
# An area is to serve only terminals that are on a list. Elsewhere such a list cut whoever was not on
# it overnight. Here it is announced, filled, tried without effect, and cannot be enforced before its
# time, without a dry run, or against essential lines.
. "$(dirname "$0")/lib.sh"
own_store

step "Lines and terminals in the area"
row account new "People of Vellmark" --region CH
account=$id
row account address "$account" --at=45.4,-34.4
address=$id
row line plan home-50 "Home" --price "40.00 EUR" --down 50 --up 5
row payer new "The households"
payer=$id
n=0
for class in consumer consumer consumer hospital; do
  n=$((n + 1))
  row line new "$account" --address "$address" --plan home-50 --class "$class" --payer "$payer"
  store terminal new "dish-$n" --kit "KIT000$n" --dish "DISH000$n" > /dev/null
  store terminal change "dish-$n" assigned --line "$id" > /dev/null
done

step "The list is announced, with a day for consumers"
row allowlist announce vellmark --wave "$(in_seconds 700000),consumer"
list=$id

step "Who is known is enrolled; that takes nothing from anybody"
store allowlist enrol "$list" dish-1 > /dev/null

step "The dry run says who would be cut, and cuts nobody"
code=0
store allowlist dry-run "$list" > dry.csv || code=$?
[ $code -eq 1 ] || fail "the dry run ended with $code"
tail -n +2 dry.csv
[ "$(cut -d, -f6 dry.csv | grep -c '^cut$')" = 2 ] || fail "two would be cut"
grep 'dish-4' dry.csv | grep -q essential || fail "the hospital is essential"

step "So the other two are enrolled in time; the next dry run cuts nobody"
store allowlist enrol "$list" dish-2 dish-3 > /dev/null
store allowlist dry-run "$list" > dry.csv || fail "somebody would still be cut"
say "Nobody would be cut."

step "Before its day it cannot be enforced"
code=0
store allowlist enforce "$list" > enforce.csv 2> enforce.err || code=$?
[ $code -ne 0 ] || fail "it was enforced before its day"
say "refused: $(head -n 1 enforce.err)"
