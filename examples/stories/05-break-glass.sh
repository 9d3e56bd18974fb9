#!/bin/sh
# A rescue frequency is disturbed. Two people darken consumers' lines at once, for some seconds here,
# hours in earnest. Nobody needs to remember to undo it: it reverts by itself, and until it is found
# right or wrong nobody may do it again in this area.
. "$(dirname "$0")/lib.sh"

step "The operator and its ledger"
found

step "One calls, a second confirms"
act watch-1 break-glass --effect restrict --area vellmark --scenario "$stories/region.yaml" --class consumer \
  --from "$(in_seconds 0)" --until "$(in_seconds 28)" --legal-basis "interference with a rescue frequency" \
  --urgency "a rescue is under way" --reason "a rescue frequency is disturbed"
case=$(case_id)
act watch-2 confirm "$case"
must_be "$case" effective

step "Not again in this area before it is found right or wrong"
refused watch-2 break-glass --effect restrict --area vellmark --scenario "$stories/region.yaml" --class consumer \
  --from "$(in_seconds 0)" --until "$(in_seconds 20)" --legal-basis "the same" --reason "the same"

step "Nor in an area that overlaps it under another name"
sed 's/name: vellmark/name: vellmark-without-its-east/; s/lonDeg: -32.9 }$/lonDeg: -33.5 }/' \
  "$stories/region.yaml" > redrawn.yaml
refused watch-2 break-glass --effect restrict --area vellmark-without-its-east \
  --scenario redrawn.yaml --class consumer --from "$(in_seconds 0)" --until "$(in_seconds 20)" \
  --legal-basis "the same" --reason "the same"

step "Its time passes; it reverts by itself"
until orbweaver case list decisions --log-key "$log_key" --in-force --format csv | grep -c "^$case," | grep -q 0; do
  sleep 1
done
say "Nothing is in force, though nobody has done anything."
act_all executor end
must_be "$case" auto-reverted

step "Afterwards it is found right, by three; then the area is free for another"
for person in operations legal relief; do
  act "$person" ratify "$case" --reason "the rescue was documented"
done
verified
