# What the stories share: an invented operator, its people, and how they act. Read by each story.
#
#   ORBWEAVER   the program; ../../orbweaver by default
#   STORY_KEYS  a folder of keys that stories share; new keys by default
#   STORY_DIR   where the story's files go; a new folder by default, removed at the end
#
# Nobody here is anybody, and no region is any region. Times are short so that a story can be told:
# days of the real rules are seconds here, which the genesis says openly. Everything else is as it is.
set -eu
stories=$(cd "$(dirname "$0")" && pwd)
program=${ORBWEAVER:-$stories/../../orbweaver}
if [ -n "${STORY_DIR:-}" ]; then
  mkdir -p "$STORY_DIR"
else
  STORY_DIR=$(mktemp -d)
  trap 'rm -rf "$STORY_DIR"' EXIT
fi
cd "$STORY_DIR"

orbweaver() { "$program" "$@"; }

say() { printf '%s\n' "$*"; }

step() { printf '\n== %s\n' "$*"; }

fail() {
  say "THE STORY WENT WRONG: $*" >&2
  exit 1
}

# in_seconds N: the moment so many seconds from now, UTC.
in_seconds() {
  date -u -d "@$(($(date +%s) + $1))" +%Y-%m-%dT%H:%M:%SZ 2> /dev/null ||
    date -u -r "$(($(date +%s) + $1))" +%Y-%m-%dT%H:%M:%SZ
}

# new_key FILE NAME: a key; from STORY_KEYS where it is there already, so that tests need not wait.
new_key() {
  if [ -n "${STORY_KEYS:-}" ] && [ -f "$STORY_KEYS/$1.csv" ]; then
    cp -p "$STORY_KEYS/$1.key" "$STORY_KEYS/$1.csv" keys/
    return
  fi
  orbweaver key new "$2" --out "keys/$1.key" > "keys/$1.csv"
  if [ -n "${STORY_KEYS:-}" ]; then
    mkdir -p "$STORY_KEYS"
    cp -p "keys/$1.key" "keys/$1.csv" "$STORY_KEYS/"
  fi
}

# person ID ORGANISATION POOL ROLES...: a key on that person's machine, and who they are.
people=
keys=
person() {
  id=$1 organisation=$2 pool=$3
  shift 3
  new_key "$id" "$id.example"
  roles=$(printf '"%s",' "$@")
  [ "$pool" = none ] && pool= || pool="\"pool\":\"$pool\","
  people="$people,{\"id\":\"$id\",\"organisation\":\"$organisation\",$pool\"roles\":[${roles%,}],\"interests\":[],\"key\":\"$(tail -n 1 "keys/$id.csv" | cut -d, -f4)\"}"
  keys="$keys --key keys/$id.key"
}

# found: the people, the rules, and the first entry, which all of them sign.
found() {
  mkdir -p keys
  new_key log ledger.story.example/1
  log_key=$(tail -n 1 keys/log.csv | cut -d, -f4)
  person intake the-operator none intake-officer
  person analyst the-operator none impact-analyst
  person operations the-operator operations approver
  person legal the-counsel legal approver
  person relief the-relief-council humanitarian approver
  person watch-1 the-operator none break-glass
  person watch-2 the-operator none break-glass
  person steward the-operator none funding-steward
  person roles the-operator none role-administrator
  person overseer the-public-board none overseer
  person executor the-operator none executor
  person desk the-operator none intake-desk
  printf '{"origin":"ledger.story.example/1","by":"roles","log":"%s","settings":%s,"people":[%s]}\n' \
    "$log_key" "$(cat "$stories/settings.json")" "${people#,}" > draft.json
  # shellcheck disable=SC2086
  orbweaver case genesis draft.json $keys > genesis.dsse
  orbweaver ledger init decisions --key keys/log.key --genesis genesis.dsse > /dev/null
  say "A ledger is founded: $(echo "$people" | grep -o '"id"' | wc -l | tr -d ' ') people and programs, each with a key of their own."
}

# act WHO COMMAND ARGUMENTS...: somebody acts; it must be accepted. Prints what it made of the case.
act() {
  who=$1 command=$2
  shift 2
  orbweaver case "$command" decisions "$@" --key "keys/$who.key" --append keys/log.key \
    --clerk keys/desk.key --format csv > act.csv 2> act.err || {
    cat act.err >&2
    fail "$who could not $command"
  }
  say "$who: $command -> $(tail -n 1 act.csv | cut -d, -f4)"
}

# refused WHO COMMAND ARGUMENTS...: somebody tries; it must be refused, and change nothing but that
# the attempt may be put down.
refused() {
  who=$1 command=$2
  shift 2
  code=0
  orbweaver case "$command" decisions "$@" --key "keys/$who.key" --append keys/log.key \
    --clerk keys/desk.key --format csv > act.csv 2> act.err || code=$?
  [ $code -eq 1 ] || fail "$who could $command (exit $code)"
  say "$who: $command -> $(grep '^refused: ' act.err)"
}

# state CASE: where it stands.
state() { orbweaver case list decisions --log-key "$log_key" --format csv | grep "^$1," | cut -d, -f3; }

# must_be CASE STATE
must_be() {
  now=$(state "$1")
  [ "$now" = "$2" ] || fail "$1 is $now, not $2"
  say "The case $1 is now: $now."
}

# preview CASE FOLDER: what it would do, by planning ten minutes with and without it.
preview() {
  orbweaver case preview decisions "$1" --log-key "$log_key" --scenario "$stories/region.yaml" \
    --lines "$stories/lines.csv" --for 10m --out "$2" --format csv > "$2.csv" 2> preview.err || {
    cat preview.err >&2
    fail "no preview"
  }
  say "The preview: $(grep '^all,' "$2.csv" | cut -d, -f3) lines lose service, $(grep '^all,' "$2.csv" | cut -d, -f5) gain it; of hospitals, $(grep '^hospital,' "$2.csv" | cut -d, -f3) lose it."
}

# verified: anybody recomputes everything.
verified() {
  orbweaver ledger verify decisions --log-key "$log_key" --format csv > verify.csv ||
    fail "the ledger is wrong"
  say "Anybody can check it: $(orbweaver ledger show decisions --format csv | tail -n +2 | wc -l | tr -d ' ') entries, every signature and every rule recomputed."
}

# case_id: the case of the last act.
case_id() { tail -n 1 act.csv | cut -d, -f1; }

# area_hash AREA: the hash that fixes where its border is.
area_hash() { orbweaver area list "$stories/region.yaml" --format csv | sed -n "s/^$1,.*,//p"; }

# act_all WHO COMMAND: an act that is about no single case.
act_all() {
  orbweaver case "$2" decisions --key "keys/$1.key" --append keys/log.key --format csv > act.csv 2> act.err || {
    cat act.err >&2
    fail "$1 could not $2"
  }
  say "$1: $2"
}

# announce CASE: those whom it touches are told, and it is scheduled.
announce() {
  say "From its time on the decision $1 holds; whoever objects writes to the overseer." > announcement.txt
  act intake notice "$1" --told "line holders" --told "payers" --text announcement.txt
  act executor schedule "$1"
}

# execute CASE THEN NOW: the preview is made again, compared, and the decision carried out.
execute() {
  preview "$1" "$3"
  act executor execute "$1" --then "$2" --now "$3"
}

# bundle CASE PREVIEW: one folder that needs nothing else, checked by us and by other people's tools.
bundle() {
  orbweaver case export decisions "$1" --log-key "$log_key" --preview "$2/preview.json" \
    --map "$2/map.svg" --out "$1" > /dev/null
  orbweaver case check "$1" --log-key "$log_key"
  if command -v jq > /dev/null && command -v openssl > /dev/null && command -v sha256sum > /dev/null; then
    sh "$1/check.sh" || fail "other people's tools say no"
  fi
}

# own_store: accounts in a file of this story.
own_store() { database=$STORY_DIR/accounts.db; }

# store COMMAND...: a command on that store.
store() { orbweaver "$@" --database "$database" --format csv; }

# row COMMAND...: the same; id is the first cell of what it made.
row() {
  store "$@" > row.csv || fail "$*"
  id=$(tail -n 1 row.csv | cut -d, -f1)
  say "$1 $2 -> $id"
}
