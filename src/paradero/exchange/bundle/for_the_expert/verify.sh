#!/bin/sh
# Verifies a Paradero evidence bundle that was unzipped into the current folder. VERIFY.txt says what each step proves.
#
#   sh paradero/verify.sh [FINGERPRINT] [CERTIFICATES]
#
# FINGERPRINT   64 hexadecimal digits that the desk told you by another way; - for none.
# CERTIFICATES  a file of certificates (PEM) that you trust, instead of those in the bundle.
#
# It needs sh, awk, cmp, cut, find, grep, sed, sort, sha256sum and openssl. It writes only into a temporary folder, and asks no network.
# The first thing that is not as it was bundled is named in a line that begins with DIFFERS, and the exit code is 1.
set -u
LC_ALL=C
export LC_ALL

said=${1:--}
trusted=${2:-}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
mkdir "$work/days" || exit 2

differs() {
    echo "DIFFERS: $1: $2"
    exit 1
}

fine() {
    printf '%-9s %s\n' "$1" "$2"
}

digest() {
    sha256sum < "$1" | cut -c 1-64
}

# Hashes many short texts with few processes. Each line of the input is a number, the beginning of a text with bytes in
# octal as printf takes them (or a full stop for none), and the rest of the text; each of the output, number and SHA-256.
hashes() {
    rm -rf "$work/texts" && mkdir "$work/texts" || exit 2
    while IFS=' ' read -r number octal rest; do
        [ "$octal" != . ] || octal=
        printf '%b%s' "$octal" "$rest" > "$work/texts/$number"
    done
    find "$work/texts" -type f -exec sha256sum {} + | sed 's|^\([0-9a-f]*\).*/\([0-9]*\)$|\2 \1|' | sort
}

# Awk shared by the steps: the value of a field in a line of JSON, and hexadecimal digits in octal for printf.
# A quotation mark inside a value has a backslash before it, so "field":" stands nowhere but before the field's value.
shared='
function value(line, name,    at) {
    at = index(line, "\"" name "\":\"")
    if (!at) return ""
    line = substr(line, at + length(name) + 4)
    return substr(line, 1, index(line, "\"") - 1)
}
function count(line, name,    at) {
    at = index(line, "\"" name "\":")
    return at ? substr(line, at + length(name) + 3) + 0 : -1
}
function octal(hex,    out, i) {
    out = ""
    for (i = 1; i <= length(hex); i += 2) out = out bytes[substr(hex, i, 2)]
    return out
}
function in_section(line) {
    if (line ~ /"(items|days|proofs|tokens)":\[$/) { section = line; sub(/":\[$/, "", section); sub(/.*"/, "", section); return 0 }
    if (line == "]}") section = ""
    return section != ""
}
BEGIN { for (i = 0; i < 256; i++) bytes[sprintf("%02x", i)] = sprintf("\\0%03o", i) }
'

# Nothing but plain files: a link would show a file of this machine in the place of one of the bundle.
odd=$(find . ! -type d ! -type f | head -n 1)
[ -z "$odd" ] || differs "${odd#./}" "it is no plain file"
for file in datapackage-digest.json datapackage.json paradero/SHA256SUMS paradero/manifest.json paradero/custody.jsonl paradero/roots.json; do
    [ -f "$file" ] || differs "$file" "it is missing; run this in the folder into which the bundle was unzipped"
done

# 1. One digest stands for everything, and each list for what it lists.
fingerprint=$(sed -n 's/.*"hash": "sha256:\([0-9a-f]\{64\}\)".*/\1/p' datapackage-digest.json)
printf '{"path": "datapackage.json", "hash": "sha256:%s", "check": "sha256:%s"}\n' \
    "$fingerprint" "$(printf %s "$fingerprint" | sha256sum | cut -c 1-64)" > "$work/digest"
cmp -s "$work/digest" datapackage-digest.json || differs datapackage-digest.json "it is not in its form, or was changed"
[ "$said" = - ] || [ "$said" = "$fingerprint" ] || differs datapackage-digest.json "the fingerprint is $fingerprint, and you were told another one"
[ "$(digest datapackage.json)" = "$fingerprint" ] || differs datapackage.json "its SHA-256 is not the one in datapackage-digest.json"
awk "$shared"'/^\{"bytes":/ { print substr(value($0, "hash"), 8) "  " value($0, "path") }' datapackage.json > "$work/listed"
grep '  paradero/SHA256SUMS$' "$work/listed" | cut -c 1-64 > "$work/sums"
[ "$(digest paradero/SHA256SUMS)" = "$(cat "$work/sums")" ] || differs paradero/SHA256SUMS "its SHA-256 is not the one in datapackage.json"
grep -v '  paradero/SHA256SUMS$' "$work/listed" | cmp -s - paradero/SHA256SUMS || differs paradero/SHA256SUMS "it does not list what datapackage.json lists"

# 2. Every file is here and is the one that was listed, and no other is here.
sha256sum -c paradero/SHA256SUMS > "$work/checked" 2> /dev/null
grep -v ': OK$' "$work/checked" > "$work/failed"
if [ -s "$work/failed" ]; then
    sed 's/^\(.*\): [^:]*$/DIFFERS: \1: it is missing, or its SHA-256 is not the one in paradero\/SHA256SUMS/' "$work/failed"
    exit 1
fi
{ cut -c 67- "$work/listed"; echo datapackage.json; echo datapackage-digest.json; } | sort > "$work/names"
find . ! -type d | sed 's|^\./||' | sort > "$work/found"
cmp -s "$work/names" "$work/found" || {
    sort "$work/names" "$work/found" | uniq -u | sed 's/^/DIFFERS: /; s/$/: it is not listed in datapackage.json, or missing/'
    exit 1
}
fine files "$(wc -l < "$work/names" | tr -d ' ') are the ones that were bundled, and no other is here"

# 3. What the manifest says of the items' bytes.
# One line for each: SHA-256, SHA-512 (a full stop for what was destroyed by order), reference.
awk "$shared"'in_section($0) { second = value($0, "sha512"); print value($0, "sha256"), (second ? second : "."), value($0, "ref") }' \
    paradero/manifest.json > "$work/items"
awk '
    FILENAME ~ /SHA256SUMS$/ { if ($2 ~ /^items\//) { path[$1] = $2; left[$1] = 1 }; next }
    length($2) == 128 { if (!($1 in path) || index(path[$1], "items/" $1 ".") != 1) print $3; delete left[$1] }
    END { for (one in left) print path[one] }
' paradero/SHA256SUMS "$work/items" > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/manifest.json "it does not fit the items: $(head -n 1 "$work/unfit")"
find items -type f -exec openssl dgst -sha512 -r {} + 2> /dev/null | sed 's|^\([0-9a-f]*\).*/\([0-9a-f]*\)\..*$|\2 \1|' | sort > "$work/sha512"
awk 'length($2) == 128 { print $1, $2 }' "$work/items" | sort | cmp -s - "$work/sha512" || differs paradero/manifest.json "a SHA-512 in it is not the one of the item"
fine items "$(wc -l < "$work/sha512" | tr -d ' ') have the bytes that the manifest says"

# 4. The entries of the custody log: each is sealed by its hash onto the one before it.
awk "$shared"'{
    printf "%06d %s%s %s\n", NR, "paradero\\0040chain\\00401\\0012", octal(substr($0, length($0) - 65, 64)), substr($0, 10, length($0) - 162)
}' paradero/custody.jsonl | hashes > "$work/links"
awk "$shared"'
FILENAME ~ /items$/ { ref[$1] = $3; if ($2 == ".") destroyed[$3] = 1; next }
FILENAME ~ /links$/ { hash[$1 + 0] = $2; next }
FNR == 1 { end = sprintf("%064d", 0) }
{
    seq = count($0, "seq"); own = substr($0, length($0) - 143, 64); before = substr($0, length($0) - 65, 64)
    if (hash[FNR] != own) wrong = "entry " seq " was changed after it was written"
    else if (seq <= last || (seq == last + 1 && before != end)) wrong = "entry " seq " does not follow from the one before it"
    else if (value($0, "ref") == "" || ref[value($0, "sha256")] != value($0, "ref")) wrong = "entry " seq " is about none of the items"
    if (wrong) exit
    last = seq; end = own; told[value($0, "ref")] = 1
    if (value($0, "act") == "destroyed") delete destroyed[value($0, "ref")]
}
END {
    if (!wrong) for (one in ref) if (!(ref[one] in told)) wrong = "it has no entry about " ref[one]
    if (!wrong) for (one in destroyed) wrong = "it has no order for " one ", which is said to be destroyed by order"
    if (wrong) print wrong
}' "$work/items" "$work/links" paradero/custody.jsonl > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/custody.jsonl "$(cat "$work/unfit")"
fine custody "$(wc -l < paradero/custody.jsonl | tr -d ' ') entries hold"

# 5. The days, and the proofs that lead from a leaf up to the root of its day (RFC 6962).
awk "$shared"'
in_section($0) && section == "days" && value($0, "day") !~ /^[0-9-]+$/ { print "it has a day that is none" }
in_section($0) && section == "tokens" && value($0, "token") !~ /^[0-9-]+\.ts[rt]$/ { print "it has a token of another name than tokens have" }
in_section($0) && section == "tokens" && value($0, "certificates") !~ /^authority-[0-9a-f]+\.pem$/ { print "it has certificates of another name" }
' paradero/roots.json > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/roots.json "$(head -n 1 "$work/unfit")"
awk "$shared"'in_section($0) && section == "days" { sub(/,$/, ""); print value($0, "day"), $0 }' paradero/roots.json > "$work/daytexts"
while IFS=' ' read -r day text; do
    printf %s "$text" > "$work/days/$day"
done < "$work/daytexts"
# What a leaf may be of: an item's bytes, its line in the manifest, an entry of the custody log about it.
awk '{ print $3 "\toriginal\t" $1 }' "$work/items" > "$work/sealed"
awk "$shared"'in_section($0) && value($0, "sha512") != "" { sub(/,$/, ""); printf "%06d . %s\n", NR, $0 }' paradero/manifest.json |
    hashes > "$work/records"
awk "$shared"'FILENAME ~ /records$/ { hash[$1 + 0] = $2; next } FNR in hash { print value($0, "ref") "\tderived seal record\t" hash[FNR] }' \
    "$work/records" paradero/manifest.json >> "$work/sealed"
awk "$shared"'{ print value($0, "ref") "\tderived custody entry\t" substr($0, length($0) - 143, 64) }' paradero/custody.jsonl >> "$work/sealed"
awk -v leaves="$work/leaves" -v ways="$work/ways" "$shared"'
FILENAME ~ /sealed$/ { sealed[$0] = 1; next }
!in_section($0) { next }
section == "days" { last[value($0, "day")] = count($0, "size") - 1 }
section == "proofs" {
    day = value($0, "day"); item = value($0, "item"); what = value($0, "what"); place = count($0, "place")
    if (!((item "\t" what "\t" value($0, "sha256")) in sealed)) {
        print (what == "derived seal record" ? "paradero/manifest.json" : "paradero/roots.json")
        print "what it says of " item " is not what was sealed on " day " (" what ")"
        exit
    }
    if (!(day in last) || place > last[day]) { print "paradero/roots.json"; print "it has no such place on " day " for " item; exit }
    leaf = substr($0, index($0, "\"leaf\":") + 7); leaf = substr(leaf, 1, index(leaf, "}"))
    printf "%06d \\0000 %s\n", ++n, leaf > leaves
    path = substr($0, index($0, "\"path\":[") + 8); path = substr(path, 1, index(path, "]") - 1); gsub(/[",]/, " ", path)
    printf "%06d %s %s %.0f %.0f %s\n", n, day, item, place, last[day], path > ways
}' "$work/sealed" paradero/roots.json > "$work/unfit"
[ ! -s "$work/unfit" ] || differs "$(sed -n 1p "$work/unfit")" "$(sed -n 2p "$work/unfit")"
touch "$work/leaves" "$work/ways" "$work/ended" "$work/stamped"
hashes < "$work/leaves" > "$work/nodes"
# One round for each level of the trees: the node of each way is hashed with the one beside it.
while [ -s "$work/ways" ]; do
    : > "$work/pairs"
    : > "$work/further"
    awk -v pairs="$work/pairs" -v further="$work/further" -v ended="$work/ended" "$shared"'
    FILENAME ~ /nodes$/ { node[$1] = $2; next }
    NF == 5 { print $2, $3, $5, node[$1] >> ended; next }
    {
        at = $4; last = $5
        left = node[$1]; right = $6
        if (at % 2 || at == last) {
            left = $6; right = node[$1]
            while (at && at % 2 == 0) { at = int(at / 2); last = int(last / 2) }
        }
        printf "%s \\0001%s\n", $1, octal(left right) >> pairs
        printf "%s %s %s %.0f %.0f", $1, $2, $3, int(at / 2), (last ? int(last / 2) : -1) >> further
        for (i = 7; i <= NF; i++) printf " %s", $i >> further
        printf "\n" >> further
    }' "$work/nodes" "$work/ways"
    hashes < "$work/pairs" > "$work/nodes"
    mv "$work/further" "$work/ways"
done
awk "$shared"'
FILENAME ~ /ended$/ { day[++n] = $1; item[n] = $2; rest[n] = $3; node[n] = $4; next }
in_section($0) && section == "days" { root[value($0, "day")] = value($0, "root") }
END { for (i = 1; i <= n; i++) if (rest[i] != 0 || node[i] != root[day[i]]) { print item[i] " does not lead to the root of " day[i]; exit } }
' "$work/ended" paradero/roots.json > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/roots.json "the proof of $(cat "$work/unfit")"
fine roots "$(wc -l < "$work/ended" | tr -d ' ') proofs lead to the roots of $(wc -l < "$work/daytexts" | tr -d ' ') days"

# 6. The tokens: an authority put its time and its signature under the text of a day (RFC 3161).
stamped_at() {
    openssl ts -reply -in "paradero/$token" $bare -text 2> /dev/null | sed -n 's/^Time stamp: //p'
}
seconds() {
    awk '{
        split($3, time, ":"); month = (index("JanFebMarAprMayJunJulAugSepOctNovDec", $1) + 2) / 3; year = $4
        if (month < 3) { month += 12; year-- }
        days = 365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * (month - 3) + 2) / 5) + $2 - 719469
        printf "%.0f\n", days * 86400 + time[1] * 3600 + time[2] * 60 + time[3]
    }'
}
vouched() {
    openssl ts -verify -data "$work/days/$day" -in "paradero/$token" $bare \
        -CAfile "${trusted:-paradero/$certificates}" -untrusted "paradero/$certificates" "$@" > "$work/openssl" 2>&1
}
awk "$shared"'in_section($0) && section == "tokens" { print value($0, "day"), value($0, "token"), value($0, "certificates") }' \
    paradero/roots.json > "$work/tokens"
while IFS=' ' read -r day token certificates; do
    bare=
    case $token in *.tst) bare=-token_in ;; esac
    cmp -s "$work/days/$day" "paradero/$day.json" || differs "paradero/$day.json" "it is not the day that paradero/roots.json has"
    at=$(stamped_at)
    since=
    if ! vouched; then
        # A certificate runs out; what it signed before stays signed.
        vouched -attime "$(echo "$at" | seconds)" || {
            grep -q 'imprint' "$work/openssl" && differs "paradero/$token" "it was given for something else than the text of $day"
            differs "paradero/$token" "openssl does not verify it by ${trusted:-paradero/$certificates}"
        }
        since=", by a certificate that has run out since"
    fi
    echo "$day" >> "$work/stamped"
    fine token "paradero/$token: the text of $day was stamped at $at$since"
done < "$work/tokens"

# What was not proven is said too.
awk "$shared"'
FILENAME ~ /roots.json$/ { if (in_section($0) && section == "proofs" && value($0, "what") == "original") proven[value($0, "item")] = 1; next }
length($2) == 128 && !($3 in proven) { print "open      " $3 ": no root of a day covers it" }
' paradero/roots.json "$work/items"
find "$work/days" -type f -exec sha256sum {} + | sed 's|^\([0-9a-f]*\).*/\(.*\)$|\2 \1|' | sort -r > "$work/hashed"
awk "$shared"'
FILENAME ~ /stamped$/ { stamped[$1] = 1; next }
FILENAME ~ /roots.json$/ { if (in_section($0) && section == "days") previous[value($0, "day")] = value($0, "previous"); next }
{ if ($1 in stamped || $2 == vouched) vouched = previous[$1]; else print "open      " $1 ": no token is over this day, nor over one chained to it" }
' "$work/stamped" paradero/roots.json "$work/hashed"
fine sum "the fingerprint of this bundle is $fingerprint"
echo "WHOLE: nothing here differs from what was bundled. VERIFY.txt says what that proves and what it does not."
