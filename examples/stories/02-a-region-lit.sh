#!/bin/sh
# A court has darkened a region; people ask for light. Two approvals are enough to light it, where three
# of two pools and two organisations were needed to darken it. Approvers sign on machines of their own.
. "$(dirname "$0")/lib.sh"

step "The operator and its ledger"
found

step "A court orders that consumers in Vellmark be darkened; three people agree"
act intake file --channel court --effect restrict --area vellmark --organisation court-of-keld \
  --summary "a court orders that lines of consumers in Vellmark be darkened"
dark=$(case_id)
act intake assess "$dark" --effect restrict --area vellmark --area-hash "$(area_hash vellmark)" \
  --class consumer --from "$(in_seconds 120)" --until "$(in_seconds 90000)" \
  --legal-basis "order 7 of the court of Keld" --party court-of-keld \
  --reason "the order is final; essential lines are not named in it"
preview "$dark" dark
act analyst attach "$dark" --preview dark/preview.json
act analyst submit "$dark"
for person in operations legal relief; do
  act "$person" approve "$dark" --preview dark/preview.json --reason "the order binds us"
done
must_be "$dark" approved
announce "$dark"
execute "$dark" dark dark-now
must_be "$dark" effective

step "The court lifts its order; people ask for light, without an account"
act desk file --effect enable --area vellmark --summary "people in Vellmark ask for service again"
light=$(case_id)
receipt=$(tail -n 1 act.csv | cut -d, -f7)
act intake assess "$light" --effect enable --area vellmark --area-hash "$(area_hash vellmark)" \
  --from "$(in_seconds 240)" --legal-basis "order 7 is lifted by order 9" --supersedes "$dark" \
  --reason "order 9 seen and verified"
preview "$light" light
act analyst attach "$light" --preview light/preview.json
act analyst submit "$light"

step "Two people approve, each on a machine of their own; the envelopes travel, the keys do not"
orbweaver case approve decisions "$light" --preview light/preview.json --reason "the order is lifted" \
  --key keys/operations.key --log-key "$log_key" --out operations.dsse --format csv > act.csv 2> act.err
orbweaver ledger append decisions operations.dsse --key keys/log.key > /dev/null
must_be "$light" in-approval
orbweaver case approve decisions "$light" --preview light/preview.json --reason "the order is lifted" \
  --key keys/legal.key --log-key "$log_key" --out legal.dsse --format csv > act.csv 2> act.err
orbweaver ledger append decisions legal.dsse --key keys/log.key > /dev/null
must_be "$light" approved

step "It is announced, computed again, and carried out"
announce "$light"
execute "$light" light light-now
must_be "$light" effective

step "Whoever asked follows it by the receipt"
orbweaver case status "$receipt" decisions --log-key "$log_key" --format csv | tail -n 1
verified
