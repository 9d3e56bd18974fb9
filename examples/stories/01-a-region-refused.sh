#!/bin/sh
# A neighbour asks by letter that a region be kept dark. It is taken in, assessed, previewed with the
# real planner, and refused by two people. Every step stands in the ledger, and the whole case goes into
# one folder that anybody can check without us.
. "$(dirname "$0")/lib.sh"

step "The operator and its ledger"
found

step "A letter asks that Vellmark be kept dark"
act intake file --channel letter --effect restrict --area vellmark \
  --organisation republic-of-orrin --summary "a neighbouring state asks that Vellmark be kept dark"
case=$(case_id)
must_be "$case" received

step "It is put into the words of a decision; the preview says what it would do"
act intake assess "$case" --effect restrict --area vellmark --area-hash "$(area_hash vellmark)" \
  --from "$(in_seconds 3600)" --until "$(in_seconds 90000)" \
  --legal-basis "none stated; a letter of the ministry" --party republic-of-orrin \
  --reason "the letter is genuine; no court, no licence of theirs touches Vellmark"
preview "$case" preview
act analyst attach "$case" --preview preview/preview.json
act analyst submit "$case"

step "Two people refuse"
act legal refuse "$case" --reason "no legal basis in Vellmark itself"
act relief refuse "$case" --reason "two hospitals and six relief lines would go dark"
must_be "$case" refused

step "Nothing was darkened; anybody can see why"
[ "$(orbweaver case list decisions --log-key "$log_key" --in-force --format csv | wc -l | tr -d ' ')" = 1 ] ||
  fail "something is in force"
verified
bundle "$case" preview
