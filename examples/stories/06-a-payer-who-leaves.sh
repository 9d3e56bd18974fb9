#!/bin/sh
# A foundation that pays for a hospital's and a household's line leaves. The hospital has a named
# successor and changes over without a gap; the household keeps full service and has 60 days. Donated
# terminals are accounted for, each of them.
. "$(dirname "$0")/lib.sh"
own_store

step "Accounts, a plan, payers"
row account new "A clinic" --region CH
clinic=$id
row account address "$clinic" --at=45.4,-34.4
clinic_address=$id
row account new "A household" --region CH
home=$id
row account address "$home" --at=45.6,-34.1
home_address=$id
row line plan relief-100 "Relief" --price "75.00 EUR" --down 100 --up 10
row payer new "A foundation"
foundation=$id
row payer new "A city"
city=$id

step "Two lines, paid by the foundation; the city is named to follow at the clinic"
row line new "$clinic" --address "$clinic_address" --plan relief-100 --class hospital --payer "$foundation"
clinic_line=$id
row line new "$home" --address "$home_address" --plan relief-100 --class consumer --payer "$foundation"
home_line=$id
store payer successor "$clinic_line" "$city" > /dev/null

step "Three donated terminals; each is somewhere"
for n in 1 2 3; do
  store terminal new "dish-$n" --kit "KIT000$n" --dish "DISH000$n" > /dev/null
done
store terminal donate dish-1 dish-2 dish-3 --donor "A foundation" --purpose hospital \
  --promise "service is paid until 2027" > /dev/null
store terminal change dish-1 assigned --line "$clinic_line" > /dev/null
store terminal change dish-2 lost > /dev/null 2>&1 || true
store terminal donations | tail -n 1

step "The foundation leaves. First, what would follow"
store payer leave "$foundation" --dry-run > leave.csv
tail -n +2 leave.csv
store payer leave "$foundation" > leave.csv

step "The clinic's line goes to the city at once; the household's is at risk, with full service"
funding() { store line list | grep "^$1," | cut -d, -f9; }
[ "$(funding "$clinic_line")" = funded ] || fail "the clinic's line is $(funding "$clinic_line")"
[ "$(funding "$home_line")" = at-risk ] || fail "the household's line is $(funding "$home_line")"
say "clinic: funded by the successor; household: at risk, nothing is cut."
store payer due > due.csv || true
[ "$(tail -n +2 due.csv | wc -l | tr -d ' ')" = 0 ] || fail "a line is due on the first day"

step "Somebody pays for the household, and it is whole again"
store payer fund "$city" "$home_line" > /dev/null
[ "$(funding "$home_line")" = funded ] || fail "the household's line is not funded"
say "household: funded."
