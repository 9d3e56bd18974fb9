#!/bin/sh
# Somebody who pays for a hospital's line leaves. In a governed network that is decided in the ledger:
# who may say so, and what may follow and when. The store is made anew from the ledger and compared.
#
#   ORBWEAVER   the program; ../../orbweaver by default
set -eu
here=$(cd "$(dirname "$0")" && pwd)
program=${ORBWEAVER:-$here/../../orbweaver}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
XDG_STATE_HOME=$folder/state
export XDG_STATE_HOME

orbweaver() { "$program" "$@"; }
say() { printf '\n== %s\n' "$*"; }
fail() {
  printf 'THIS WENT WRONG: %s\n' "$*" >&2
  exit 1
}
# as PERSON COMMAND...: that person decides, and the ledger is told first.
as() {
  person=$1
  shift
  orbweaver "$@" --ledger decisions --append log.key --key "$person.key" --format csv
}

say "An operator, its people, and a ledger whose first entry they all sign"
# new_key NAME FILE: prints its verifier key.
new_key() { orbweaver key new "$1" --out "$2" --format csv | tail -n 1 | tr ',' '\n' | grep '+'; }
log_key=$(new_key ledger.example.org/accounts log.key)
people=
keys=
for who in 'intake|operator||intake-officer' 'steward|operator||funding-steward' \
  'ops|operator|operations|approver' 'legal|counsel|legal|approver' \
  'relief|council|humanitarian|approver' 'admin|operator||role-administrator' \
  'overseer|public||overseer' 'executor|operator||executor'; do
  id=${who%%|*}
  rest=${who#*|}
  organisation=${rest%%|*}
  rest=${rest#*|}
  pool=${rest%%|*}
  verifier=$(new_key "$id" "$id.key")
  people="$people${people:+,}{\"id\":\"$id\",\"organisation\":\"$organisation\",${pool:+\"pool\":\"$pool\",}\"roles\":[\"${rest#*|}\"],\"interests\":[],\"key\":\"$verifier\"}"
  keys="$keys --key $id.key"
done
printf '{"origin":"ledger.example.org/accounts","by":"admin","log":"%s","people":[%s]}\n' \
  "$log_key" "$people" >draft.json
# shellcheck disable=SC2086
orbweaver case genesis draft.json $keys >genesis
orbweaver ledger init decisions --key log.key --genesis genesis >/dev/null

say "A hospital's line, paid by a foundation; a town is named to follow"
orbweaver account new "Hospital on the hill" --region UA >/dev/null
orbweaver account address ACC-0001 --at 50.45,30.52 >/dev/null
orbweaver line plan relief-100 "Relief" --price "75.00 EUR" --down 100 --up 10 >/dev/null
orbweaver payer new "A foundation" >/dev/null
orbweaver payer new "A town" >/dev/null
as intake line new ACC-0001 --address ADR-0001 --plan relief-100 --class hospital --payer PAY-0001 >/dev/null
as intake line new ACC-0001 --address ADR-0001 --plan relief-100 --class consumer --payer PAY-0001 >/dev/null
as steward payer successor SL-0001 PAY-0002 >/dev/null

say "What would become of the lines if nobody paid"
orbweaver payer forecast --format csv

say "Only the funding steward says who pays: the intake officer is refused"
as intake payer leave PAY-0001 >refused.out 2>refused.err && fail "the intake officer decided"
cat refused.err

say "The foundation leaves: the hospital's line goes to the town, the other one is at risk"
as steward payer leave PAY-0001
orbweaver line list --format csv | grep -q '^SL-0001,.*,hospital,.*,funded,.*,PAY-0002,' ||
  fail "the successor does not pay"
orbweaver line list --format csv | grep -q '^SL-0002,.*,at-risk,' || fail "the other is not at risk"

say "Its holder is told; nothing is due before 60 days have passed"
as steward payer notices --send
[ "$(orbweaver payer due --format csv | wc -l)" -eq 1 ] || fail "something is due on the first day"

say "Anybody makes it anew from the ledger, and the store says the same"
orbweaver ledger verify decisions --log-key "$log_key"
orbweaver account rebuild --ledger decisions --log-key "$log_key" || fail "the store differs"
