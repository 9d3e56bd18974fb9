#!/bin/sh
# Checks this bundle with openssl, jq, sha256sum and base64 alone.
#
#   sh check.sh [LOG.pem]     LOG.pem is the log's key as you know it; else the bundle's own is taken
#
# Ends with 0 where everything is right, and with 1 at the first thing that is not.
set -eu
LC_ALL=C
export LC_ALL
cd "$(dirname "$0")"
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

fail() {
  echo "NO: $*" >&2
  exit 1
}

# 1. No file is missing or changed.
[ -s bundle.json ] && [ -s SHA256SUMS ] || fail "the bundle is not whole"
sha256sum --check --strict --quiet SHA256SUMS >&2 || fail "a file is missing or was changed"
listed=$(jq -r '.files | length' bundle.json)
[ "$(wc -l < SHA256SUMS)" -eq $((listed + 1)) ] || fail "SHA256SUMS is not whole"
jq -r '.files[]' bundle.json | while read -r file; do
  grep -q "  $file\$" SHA256SUMS || fail "$file is not in SHA256SUMS"
done

# 2. The log signed the checkpoint.
origin=$(head -n 1 checkpoint)
size=$(sed -n 2p checkpoint)
sed '/^$/,$d' checkpoint > "$tmp/text"
[ "$origin" = "$(jq -r .origin bundle.json)" ] || fail "the checkpoint is of another log"
sed -n 's/^— //p' checkpoint | while read -r name signature; do
  if [ "$name" = "$origin" ]; then echo "$signature"; fi
done | head -n 1 | base64 -d | tail -c 64 > "$tmp/signature"
openssl pkeyutl -verify -pubin -inkey "${1:-keys/log.pem}" -rawin \
  -in "$tmp/text" -sigfile "$tmp/signature" > /dev/null 2>&1 \
  || fail "the log did not sign the checkpoint"

# 3. Each entry is in the tree that was signed (RFC 9162, section 2.1.3.2), and its signers signed it.
sed -n 3p checkpoint | base64 -d > "$tmp/root"
count=0
for entry in $(jq -r '.entries[].index' bundle.json); do
  file=entries/$entry.json
  proof=proofs/$entry.tlog-proof
  [ "$(sed -n 2p "$proof")" = "index $entry" ] || fail "$proof is of another entry"
  [ "$(sed '1,/^$/d' "$proof")" = "$(cat checkpoint)" ] || fail "$proof has another checkpoint"
  { printf '\000'; cat "$file"; } | openssl dgst -sha256 -binary > "$tmp/hash"
  fn=$entry
  sn=$((size - 1))
  for other in $(sed '1,2d;/^$/,$d' "$proof"); do
    [ "$sn" -gt 0 ] || fail "$proof is too long"
    echo "$other" | base64 -d > "$tmp/other"
    if [ $((fn % 2)) -eq 1 ] || [ "$fn" -eq "$sn" ]; then
      { printf '\001'; cat "$tmp/other" "$tmp/hash"; } | openssl dgst -sha256 -binary > "$tmp/next"
      while [ $((fn % 2)) -eq 0 ] && [ "$fn" -gt 0 ]; do
        fn=$((fn / 2))
        sn=$((sn / 2))
      done
    else
      { printf '\001'; cat "$tmp/hash" "$tmp/other"; } | openssl dgst -sha256 -binary > "$tmp/next"
    fi
    mv "$tmp/next" "$tmp/hash"
    fn=$((fn / 2))
    sn=$((sn / 2))
  done
  [ "$sn" -eq 0 ] && cmp -s "$tmp/hash" "$tmp/root" || fail "entry $entry is not in the ledger"

  jq -j '"DSSEv1 \(.payloadType|utf8bytelength) \(.payloadType) \(.payload|@base64d|utf8bytelength) \(.payload|@base64d)"' \
    "$file" > "$tmp/signed"
  signatures=$(jq -r '.signatures | length' "$file")
  [ "$signatures" -gt 0 ] || fail "nobody signed entry $entry"
  i=0
  while [ $i -lt "$signatures" ]; do
    key=keys/$(jq -r ".signatures[$i].keyid" "$file").pem
    jq -r ".signatures[$i].sig" "$file" | base64 -d > "$tmp/signature"
    openssl pkeyutl -verify -pubin -inkey "$key" -rawin \
      -in "$tmp/signed" -sigfile "$tmp/signature" > /dev/null 2>&1 \
      || fail "a signature of entry $entry is wrong"
    i=$((i + 1))
  done
  count=$((count + 1))
done

# 4. The previews are those that approvers signed.
for preview in $(jq -r '.previews[]' bundle.json); do
  [ "$(sha256sum < "previews/$preview.json")" = "$preview  -" ] || fail "a preview was changed"
done

[ "$count" -gt 0 ] || fail "the bundle has no entries"
echo "yes: $count entries of $(jq -r .case bundle.json) are in $origin, which has $size"
