#!/bin/sh
# Somebody with rights tries to darken a region alone, by every way there is. Each is refused, and the
# attempts stand in the ledger.
. "$(dirname "$0")/lib.sh"

step "The operator and its ledger"
found

step "A call asks for darkness; it is put in writing, or it is nothing"
act intake file --channel spoken --effect restrict --area vellmark --organisation the-operator \
  --summary "a call asks that Vellmark be darkened at once"
case=$(case_id)
act intake assess "$case" --effect restrict --area vellmark --area-hash "$(area_hash vellmark)" \
  --from "$(in_seconds 60)" --until "$(in_seconds 90000)" --legal-basis "none given" \
  --urgency "the caller says so" --reason "the caller gave no basis"
preview "$case" preview
act analyst attach "$case" --preview preview/preview.json
act analyst submit "$case"

step "One approval is not enough"
act relief approve "$case" --preview preview/preview.json --reason "to try"
must_be "$case" in-approval
refused relief approve "$case" --preview preview/preview.json --reason "once more"

step "Who took it in may not approve it, nor the analyst, nor who writes down what it would do"
refused intake approve "$case" --preview preview/preview.json --reason "alone"
refused analyst approve "$case" --preview preview/preview.json --reason "alone"

step "The program that carries decisions out does not carry this one out"
refused executor schedule "$case"
refused executor notice "$case" --told everybody --text "$stories/settings.json"

step "Break-glass takes two, and never touches essential lines"
refused watch-1 break-glass --effect restrict --area vellmark --scenario "$stories/region.yaml" \
  --from "$(in_seconds 0)" --until "$(in_seconds 25)" --legal-basis "none" --reason "alone"
act watch-1 break-glass --effect restrict --area vellmark --scenario "$stories/region.yaml" \
  --class consumer --from "$(in_seconds 0)" --until "$(in_seconds 25)" --legal-basis "none" \
  --reason "alone"
refused watch-1 confirm "$(case_id)"

step "Whoever keeps the ledger cannot write it in either: a forged envelope is refused"
orbweaver ledger show decisions --entry 1 > old.dsse
code=0
orbweaver ledger append decisions old.dsse --key keys/log.key > /dev/null 2> append.err || code=$?
[ $code -eq 1 ] || fail "an old entry was taken again (exit $code)"
say "append: $(grep refused append.err | head -n 1)"

step "Nothing was darkened, and the attempts are there to be seen"
[ "$(orbweaver case list decisions --log-key "$log_key" --in-force --format csv | wc -l | tr -d ' ')" = 1 ] ||
  fail "something is in force"
attempts=$(orbweaver ledger show decisions --format csv | wc -l)
say "The ledger has $((attempts - 1)) entries, attempts among them."
verified
