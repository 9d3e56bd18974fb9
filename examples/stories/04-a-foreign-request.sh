#!/bin/sh
# A foreign official asks by telephone. It is put in writing by an officer, who then has no vote;
# somebody with an interest recuses; it is assessed and refused. The official gets a receipt as
# anybody does.
. "$(dirname "$0")/lib.sh"

step "The operator and its ledger"
found

step "A call from abroad is put in writing, and has a receipt"
act intake file --channel spoken --effect restrict --area ostrey --organisation duchy-of-keld \
  --summary "an official of the Duchy of Keld asks by telephone that Ostrey be darkened for a week"
case=$(case_id)
receipt=$(tail -n 1 act.csv | cut -d, -f7)
say "The receipt for the caller: $(echo "$receipt" | cut -c1-7)..."

step "What is missing is asked for"
act intake incomplete "$case" --reason "the request in writing, and what it rests on"
must_be "$case" incomplete
act intake complete "$case" --reason "a letter has come; it names a statute of the Duchy"

step "Assessed: the statute is not one of Ostrey"
act intake assess "$case" --effect restrict --area ostrey --area-hash "$(area_hash ostrey)" \
  --from "$(in_seconds 3600)" --until "$(in_seconds 90000)" --legal-basis "statute 3 of the Duchy of Keld" \
  --party duchy-of-keld --reason "the statute does not reach Ostrey; one hospital is there"
preview "$case" preview
act analyst attach "$case" --preview preview/preview.json
act analyst submit "$case"

step "Who has an interest recuses; others refuse"
act operations recuse "$case" --reason "has worked for the Duchy"
refused operations approve "$case" --preview preview/preview.json --reason "after all"
act legal refuse "$case" --reason "a foreign statute is no basis here"
act relief refuse "$case" --reason "a hospital would go dark"
must_be "$case" refused

step "The caller sees the same as everybody"
orbweaver case status "$receipt" decisions --log-key "$log_key" --format csv | tail -n 1
verified
bundle "$case" preview
