#!/bin/sh
# Verifies a Paradero evidence bundle that was unzipped into the current folder. VERIFY.txt says what each step proves.
#
#   sh paradero/verify.sh [FINGERPRINT] [CERTIFICATES]
#
# FINGERPRINT   64 hexadecimal digits that the desk told you by another way; - for none.
# CERTIFICATES  a file of certificates (PEM) that you trust, instead of those in the bundle.
#
# It needs sh, awk, the small tools beside them, sha256sum and openssl. It writes only into a temporary folder of its own,
# and asks no network. The first thing that is not as it was bundled is named in a line that begins with DIFFERS, and the
# exit code is 1. What a forger may have written is never run, and never shown as anything but plain letters.
set -u
LC_ALL=C
export LC_ALL

said=${1:--}
trusted=${2:-}
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 2' HUP INT TERM
mkdir "$work/days" || exit 2

plain() {
    tr -cd '\012\040-\176'
}

differs() {
    printf 'DIFFERS: %s: %s\n' "$1" "$2" | plain
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

# Awk shared by the steps. form() gives what is left of a line of JSON once its values are taken out: s stands for a text,
# n for a whole number, o for null, t for true, ? for what could be read in two ways. In a line whose form is the one that
# it must have, "field":" stands nowhere but before the field's value: a quotation mark inside a text has a backslash
# before it.
shared='
function form(line,    out, text) {
    out = ""
    while (match(line, /"([^"\\]|\\.)*"/)) {
        text = substr(line, RSTART, RLENGTH)
        out = out marks(substr(line, 1, RSTART - 1))
        line = substr(line, RSTART + RLENGTH)
        if (line ~ /^:/) { out = out text; continue }
        gsub(/\\(["\\bfnrt]|u[0-9a-f][0-9a-f][0-9a-f][0-9a-f])/, "", text)
        out = out (text ~ /\\|[^ -~]/ ? "?" : "s")
    }
    return out marks(line)
}
function marks(part) {
    if (part ~ /[a-z]/) { gsub(/null/, "O", part); gsub(/true/, "T", part) }
    if (part ~ /[^]{}[,:0-9OT]|(^|[^0-9])0[0-9]/) return "?"
    gsub(/[0-9]+/, "n", part); gsub(/O/, "o", part); gsub(/T/, "t", part)
    return part
}
function without(line, what, instead,    at) {
    at = index(line, what)
    return at ? substr(line, 1, at - 1) instead substr(line, at + length(what)) : line
}
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
    if (line ~ /"(items|days|proofs|tokens)":\[$/) {
        section = line; sub(/":\[$/, "", section); sub(/.*"/, "", section)
        return 0
    }
    if (line == "]}") section = ""
    return section != ""
}
function digest(text) {
    return length(text) == 64 && text !~ /[^0-9a-f]/
}
BEGIN { for (i = 0; i < 256; i++) bytes[sprintf("%02x", i)] = sprintf("\\0%03o", i) }
'

# Nothing but plain files: a link would show a file of this machine in the place of one of the bundle.
link=$(find . ! -type d ! -type f | head -n 1)
[ -z "$link" ] || differs "${link#./}" "it is no plain file"
for file in datapackage-digest.json datapackage.json paradero/SHA256SUMS \
    paradero/manifest.json paradero/custody.jsonl paradero/roots.json; do
    [ -f "$file" ] || differs "$file" "it is missing; run this in the folder into which the bundle was unzipped"
done

# 1. One digest stands for everything, and each list for what it lists.
fingerprint=$(sed -n 's/.*"hash": "sha256:\([0-9a-f]\{64\}\)".*/\1/p' datapackage-digest.json)
printf '{"path": "datapackage.json", "hash": "sha256:%s", "check": "sha256:%s"}\n' \
    "$fingerprint" "$(printf %s "$fingerprint" | sha256sum | cut -c 1-64)" > "$work/digest"
cmp -s "$work/digest" datapackage-digest.json || differs datapackage-digest.json "it is not in its form, or was changed"
[ "$said" = - ] || [ "$said" = "$fingerprint" ] ||
    differs datapackage-digest.json "the fingerprint is $fingerprint, and you were told another one"
[ "$(digest datapackage.json)" = "$fingerprint" ] ||
    differs datapackage.json "its SHA-256 is not the one in datapackage-digest.json"
awk "$shared"'/^\{"bytes":/ { print substr(value($0, "hash"), 8) "  " value($0, "path") }' datapackage.json > "$work/listed"
grep '  paradero/SHA256SUMS$' "$work/listed" | cut -c 1-64 > "$work/sums"
[ "$(digest paradero/SHA256SUMS)" = "$(cat "$work/sums")" ] ||
    differs paradero/SHA256SUMS "its SHA-256 is not the one in datapackage.json"
grep -v '  paradero/SHA256SUMS$' "$work/listed" | cmp -s - paradero/SHA256SUMS ||
    differs paradero/SHA256SUMS "it does not list what datapackage.json lists"
! grep -qv '^[0-9a-f]\{64\}  [0-9A-Za-z_-][0-9A-Za-z_./-]*$' paradero/SHA256SUMS ||
    differs paradero/SHA256SUMS "it has a line that sha256sum would pass over"

# 2. Every file is here and is the one that was listed, and no other is here.
sha256sum -c paradero/SHA256SUMS > "$work/checked" 2> /dev/null
grep -v ': OK$' "$work/checked" > "$work/failed"
if [ -s "$work/failed" ]; then
    sed 's/^\(.*\): [^:]*$/DIFFERS: \1: it is missing, or its SHA-256 is not the one in paradero\/SHA256SUMS/' "$work/failed" |
        plain
    exit 1
fi
{ cut -c 67- "$work/listed"; echo datapackage.json; echo datapackage-digest.json; } | sort > "$work/names"
find . ! -type d | sed 's|^\./||' | sort > "$work/found"
cmp -s "$work/names" "$work/found" || {
    sort "$work/names" "$work/found" | uniq -u |
        sed 's/^/DIFFERS: /; s/$/: it is not listed in datapackage.json, or missing/' | plain
    exit 1
}
fine files "$(wc -l < "$work/names" | tr -d ' ') are the ones that were bundled, and no other is here"

# 3. The texts have the one form that they can have, so that nobody reads them otherwise than this script does.
shaped() {
    [ ! -s "$1" ] || [ -z "$(tail -c 1 "$1")" ] || differs "$1" "its last line has no end"
    awk -v kind="$2" "$shared"'
    BEGIN {
        capture = "{\"at\":s,\"page_sha256\":s,\"picture_sha256\":s,\"record_id\":s,\"tool\":s}"
        reduced = "{\"fields\":n,\"received_sha256\":s,\"rule\":s}"
        item = "{\"address\":s,\"bytes\":n,\"capture\":s,\"claimed_from\":s,\"claimed_on\":s,\"collected_at\":s,\"collector\":s,"
        item = item "\"kind\":s,\"media_type\":s,\"publisher\":s,\"reader\":s,\"reduced\":s,\"ref\":s,\"sha256\":s,\"sha512\":s}"
        form_of["items"] = item
        # A line that was sealed as the seal record of its item says so, and more.
        shape = item
        shape = without(shape, "{\"address\":s,", "{\"address\":s,\"archive\":s,")
        shape = without(shape, "\"capture\":s,", "\"capture\":s,\"captured_from\":s,")
        shape = without(shape, "\"claimed_on\":s,", "\"claimed_on\":s,\"claimed_zone\":s,")
        shape = without(shape, "\"media_type\":s,", "\"media_type\":s,\"method\":s,\"name_sha256\":s,")
        shape = without(shape, "\"reader\":s,", "\"reader\":s,\"record\":s,")
        shape = without(shape, "\"ref\":s,", "\"ref\":s,\"reports\":n,\"salt\":s,")
        form_of["recorded"] = without(shape, "\"sha512\":s}", "\"sha512\":s,\"software\":s}")
        form_of["destroyed"] = "{\"destroyed_by_order\":t,\"ref\":s,\"sha256\":s}"
        form_of["log"] = "{\"entry\":{\"act\":s,\"actor\":s,\"at\":s,\"reader\":s,\"ref\":s,\"seq\":n,\"sha256\":s},\"hash\":s,\"previous\":s}"
        form_of["naming"] = "{\"custody\":n,\"day\":s,\"kind\":s,\"previous\":s,\"root\":s,\"size\":n}"
        form_of["days"] = "{\"day\":s,\"kind\":s,\"previous\":s,\"root\":s,\"size\":n}"
        form_of["proofs"] = "{\"day\":s,\"leaf\":{\"item\":s,\"sha256\":s,\"what\":s},\"path\":[],\"place\":n}"
        form_of["tokens"] = "{\"certificates\":s,\"day\":s,\"token\":s}"
        unknown = split("address archive capture captured_from claimed_from claimed_on claimed_zone publisher reduced page_sha256 picture_sha256 record_id tool", may_be, " ")
        manifest = "{\"custody_head\":{\"hash\":s,\"seq\":n},\"format\":s,\"made_at\":s,\"software\":s,\"items\":["
        heads = split(kind == "roots" ? "days proofs tokens" : kind == "manifest" ? "items" : "", head, " ")
        opened = heads ? 0 : -1; section = heads ? "" : kind
    }
    function begins(    line) {
        if (kind == "manifest") return form($0) == manifest && value($0, "format") ~ /^paradero bundle [12]$/ && digest(value($0, "hash"))
        line = (opened ? "]" : "{\"format\":\"paradero roots 1\"") ",\"" head[opened + 1] "\":["
        return $0 == line
    }
    opened >= 0 && opened < heads && begins() { if (comma) wrong = 1; section = head[++opened]; rows = 0; next }
    heads && opened == heads && $0 == "]}" { if (comma) wrong = 1; opened++; next }
    {
        if (section == "" || opened > heads || (heads && rows++ && !comma)) wrong = 1
        comma = heads && sub(/,$/, "")
        shape = form($0)
        if (kind == "manifest") {
            for (i = 1; i <= unknown; i++) shape = without(shape, "\"" may_be[i] "\":o", "\"" may_be[i] "\":s")
            shape = without(without(shape, capture, "s"), reduced, "s")
            if (section != "destroyed") section = shape == form_of["recorded"] ? "recorded" : "items"
            if (shape == form_of["destroyed"]) section = "destroyed"
            if (section == "recorded" && (value($0, "record") != "paradero seal 1" || !digest(value($0, "salt")))) wrong = 1
        }
        if (kind == "roots") gsub(/\[s(,s)*\]/, "[]", shape)
        if (section == "days" && shape == form_of["naming"]) shape = form_of["days"]
        if (section == "log") sub(/"at":s,"count":n,/, "\"at\":s,", shape)  # only an entry that counts says how many
        if (shape != form_of[section]) wrong = 1
    }
    wrong { exit }
    END { if (wrong || (heads && opened != heads + 1)) print "line " FNR " is not in the form of a bundle" }
    ' "$1" > "$work/unfit"
    [ ! -s "$work/unfit" ] || differs "$1" "$(cat "$work/unfit")"
}
shaped paradero/manifest.json manifest
shaped paradero/custody.jsonl log
shaped paradero/roots.json roots

# 4. What the manifest says of the items' bytes.
# One line for each: SHA-256, SHA-512 (a full stop for what was destroyed by order), reference.
awk "$shared"'
in_section($0) { second = value($0, "sha512"); print value($0, "sha256"), (second ? second : "."), value($0, "ref") }
' paradero/manifest.json > "$work/items"
awk '
    FILENAME ~ /SHA256SUMS$/ { if ($2 ~ /^items\//) { path[$1] = $2; left[$1] = 1 }; next }
    length($2) == 128 { if (!($1 in path) || index(path[$1], "items/" $1 ".") != 1) print $3; delete left[$1] }
    END { for (one in left) print path[one] }
' paradero/SHA256SUMS "$work/items" > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/manifest.json "it does not fit the items: $(head -n 1 "$work/unfit")"
find items -type f -exec openssl dgst -sha512 -r {} + 2> /dev/null |
    sed 's|^\([0-9a-f]*\).*/\([0-9a-f]*\)\..*$|\2 \1|' | sort > "$work/sha512"
awk 'length($2) == 128 { print $1, $2 }' "$work/items" | sort | cmp -s - "$work/sha512" ||
    differs paradero/manifest.json "a SHA-512 in it is not the one of the item"
fine items "$(wc -l < "$work/sha512" | tr -d ' ') have the bytes that the manifest says"

# 5. The entries of the custody log: each is sealed by its hash onto the one before it.
awk "$shared"'{
    before = octal(substr($0, length($0) - 65, 64))
    printf "%06d paradero\\0040chain\\00401\\0012%s %s\n", NR, before, substr($0, 10, length($0) - 162)
}' paradero/custody.jsonl | hashes > "$work/links"
awk "$shared"'
FILENAME ~ /items$/ { ref[$1] = $3; if ($2 == ".") destroyed[$3] = 1; next }
FILENAME ~ /links$/ { hash[$1 + 0] = $2; next }
FNR == 1 { end = sprintf("%064d", 0) }
{
    seq = count($0, "seq"); ref_here = value($0, "ref")
    own = substr($0, length($0) - 143, 64); before = substr($0, length($0) - 65, 64)
    whole = "{\"entry\":" substr($0, 10, length($0) - 162) ",\"hash\":\"" own "\",\"previous\":\"" before "\"}"
    if ($0 != whole || !digest(before)) wrong = "line " FNR " is not in the form of a bundle"
    else if (hash[FNR] != own) wrong = "entry " seq " was changed after it was written"
    else if (seq <= last || (seq == last + 1 && before != end)) wrong = "entry " seq " does not follow from the one before it"
    else if (ref_here == "" || ref[value($0, "sha256")] != ref_here) wrong = "entry " seq " is about none of the items"
    if (wrong) exit
    last = seq; end = own; told[ref_here] = 1
    if (value($0, "act") == "destroyed") delete destroyed[ref_here]
}
END {
    if (!wrong) for (one in ref) if (!(ref[one] in told)) wrong = "it has no entry about " ref[one]
    if (!wrong) for (one in destroyed) wrong = "it has no order for " one ", which is said to be destroyed by order"
    if (wrong) print wrong
}' "$work/items" "$work/links" paradero/custody.jsonl > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/custody.jsonl "$(cat "$work/unfit")"
fine custody "$(wc -l < paradero/custody.jsonl | tr -d ' ') entries hold"

# 6. The days, and the proofs that lead from a leaf up to the root of its day (RFC 6962).
awk "$shared"'
function must(holds) { if (!holds) { print "line " FNR " is not in the form of a bundle"; exit } }
!in_section($0) { next }
section == "days" {
    day = value($0, "day")
    must(day ~ /^[0-9-]+$/ && day > latest)
    must(value($0, "kind") == (count($0, "custody") < 0 ? "paradero day 1" : "paradero day 2"))
    must(digest(value($0, "root")) && digest(value($0, "previous")))
    latest = day
}
section == "tokens" {
    must(value($0, "token") ~ /^[0-9-]+\.ts[rt]$/)
    must(value($0, "certificates") ~ /^authority-[0-9a-f]+\.pem$/)
}
' paradero/roots.json > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/roots.json "$(cat "$work/unfit")"
awk "$shared"'in_section($0) && section == "days" { sub(/,$/, ""); print value($0, "day"), $0 }' \
    paradero/roots.json > "$work/daytexts"
while IFS=' ' read -r day text; do
    printf %s "$text" > "$work/days/$day"
done < "$work/daytexts"
# What a leaf may be of: an item's bytes, its line in the manifest, an entry of the custody log about it.
awk '{ print $3 "\toriginal\t" $1 }' "$work/items" > "$work/sealed"
awk "$shared"'in_section($0) && value($0, "sha512") != "" { sub(/,$/, ""); printf "%06d . %s\n", NR, $0 }' \
    paradero/manifest.json | hashes > "$work/records"
awk "$shared"'
FILENAME ~ /records$/ { hash[$1 + 0] = $2; next }
FNR in hash { print value($0, "ref") "\tderived seal record\t" hash[FNR] }
' "$work/records" paradero/manifest.json >> "$work/sealed"
awk "$shared"'{ print value($0, "ref") "\tderived custody entry\t" substr($0, length($0) - 143, 64) }' \
    paradero/custody.jsonl >> "$work/sealed"
# A day of the second kind promises a leaf for every entry up to the one it names, and for the bytes that it says were
# sealed: no proof, and the entry, or what the manifest says of the item, is forged.
awk "$shared"'
FILENAME ~ /roots.json$/ {
    if (!in_section($0)) next
    if (section == "days" && count($0, "custody") > covered) covered = count($0, "custody")
    if (section == "proofs" && value($0, "what") == "derived custody entry") proven[value($0, "sha256")] = 1
    if (section == "proofs" && value($0, "what") == "original") whole[value($0, "item")] = 1
    next
}
count($0, "seq") <= covered && !(substr($0, length($0) - 143, 64) in proven) {
    print "entry " count($0, "seq") " is not the one whose leaf a day has: no proof is of it"
    exit
}
count($0, "seq") <= covered && value($0, "act") == "sealed" && !(value($0, "ref") in whole) {
    print "entry " count($0, "seq") " says that " value($0, "ref") " was sealed: no proof is of its bytes"
    exit
}
' paradero/roots.json paradero/custody.jsonl > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/custody.jsonl "$(cat "$work/unfit")"
awk -v leaves="$work/leaves" -v ways="$work/ways" "$shared"'
FILENAME ~ /sealed$/ { sealed[$0] = 1; next }
!in_section($0) { next }
section == "days" { last[value($0, "day")] = count($0, "size") - 1 }
section == "proofs" {
    sub(/,$/, "")
    day = value($0, "day"); place = count($0, "place")
    item = value($0, "item"); what = value($0, "what"); sha256 = value($0, "sha256")
    leaf = "{\"item\":\"" item "\",\"sha256\":\"" sha256 "\",\"what\":\"" what "\"}"
    path = substr($0, index($0, "\"path\":[") + 8); path = substr(path, 1, index(path, "]") - 1)
    whole = "{\"day\":\"" day "\",\"leaf\":" leaf ",\"path\":[" path "],\"place\":" sprintf("%.0f", place) "}"
    if ($0 != whole) wrong = "it has a proof that is not in its form"
    gsub(/[",]+/, " ", path)
    parts = split(path, part, " ")
    for (i = 1; i <= parts; i++) if (!digest(part[i])) wrong = "it has a proof that is not in its form"
    if (!wrong && (!(day in last) || place < 0 || place > last[day])) wrong = "it has no such place on " day " for " item
    if (!wrong && !((item "\t" what "\t" sha256) in sealed)) {
        wrong = "what it says of " item " is not what was sealed on " day " (" what ")"
        if (what == "derived seal record") file = "paradero/manifest.json"
    }
    if (wrong) { print (file ? file : "paradero/roots.json"); print wrong; exit }
    printf "%06d \\0000 %s\n", ++n, leaf > leaves
    printf "%06d %s %s %.0f %.0f %s\n", n, day, item, place, last[day], path > ways
}' "$work/sealed" paradero/roots.json > "$work/unfit"
[ ! -s "$work/unfit" ] || differs "$(sed -n 1p "$work/unfit")" "$(sed -n 2p "$work/unfit")"
# And a seal record beside each original: no proof of its line in the manifest, and the line is forged.
awk "$shared"'
FILENAME ~ /items$/ { if ($2 != ".") held[$3] = 1; next }
!in_section($0) { next }
section == "days" { naming[value($0, "day")] = count($0, "custody") >= 0 }
section == "proofs" && value($0, "what") == "original" && naming[value($0, "day")] && value($0, "item") in held {
    due[++n] = value($0, "item") " what " value($0, "day")
}
section == "proofs" && value($0, "what") == "derived seal record" { here[value($0, "item") " what " value($0, "day")] = 1 }
END {
    for (i = 1; i <= n; i++) if (!(due[i] in here)) {
        print "it does not say of " due[i] " has sealed of it: no proof is of its line"
        exit
    }
}
' "$work/items" paradero/roots.json > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/manifest.json "$(cat "$work/unfit")"
touch "$work/leaves" "$work/ways" "$work/ended" "$work/stamped"
hashes < "$work/leaves" > "$work/nodes"
# One round for each level of the trees: the node of each way is hashed with the one beside it, and a pair that several
# ways share is hashed once.
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
        if (!((left right) in known)) {
            known[left right] = sprintf("%06d", ++n)
            printf "%06d \\0001%s\n", n, octal(left right) >> pairs
        }
        printf "%s %s %s %.0f %.0f", known[left right], $2, $3, int(at / 2), (last > 0 ? int(last / 2) : -1) >> further
        for (i = 7; i <= NF; i++) printf " %s", $i >> further
        printf "\n" >> further
    }' "$work/nodes" "$work/ways"
    hashes < "$work/pairs" > "$work/nodes"
    mv "$work/further" "$work/ways"
done
awk "$shared"'
FILENAME ~ /ended$/ { day[++n] = $1; item[n] = $2; rest[n] = $3; node[n] = $4; next }
in_section($0) && section == "days" { root[value($0, "day")] = value($0, "root") }
END {
    for (i = 1; i <= n && !wrong; i++) if (rest[i] != 0 || node[i] != root[day[i]]) wrong = i
    if (wrong) print item[wrong] " does not lead to the root of " day[wrong]
}
' "$work/ended" paradero/roots.json > "$work/unfit"
[ ! -s "$work/unfit" ] || differs paradero/roots.json "the proof of $(cat "$work/unfit")"
fine roots "$(wc -l < "$work/ended" | tr -d ' ') proofs lead to the roots of $(wc -l < "$work/daytexts" | tr -d ' ') days"

# 7. The tokens: an authority put its time and its signature under the text of a day (RFC 3161).
told() {
    sed -n "s/^$1: //p" "$work/told"
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
    openssl ts -reply -in "paradero/$token" $bare -text > "$work/told" 2> /dev/null
    at=$(told 'Time stamp')
    case $(told 'Hash Algorithm') in
        sha256 | sha384 | sha512) ;;
        *) differs "paradero/$token" "it is no token, or over a digest that can be forged" ;;
    esac
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
FILENAME ~ /roots.json$/ {
    if (in_section($0) && section == "proofs") proven[value($0, "what"), value($0, "item")] = 1
    next
}
length($2) != 128 { next }
!(("original", $3) in proven) { print "open      " $3 ": no root of a day covers it" }
!(("derived seal record", $3) in proven) {
    print "open      " $3 ": no root of a day covers what the manifest says of it (address, publisher, claimed day)"
}
' paradero/roots.json "$work/items"
awk "$shared"'
FILENAME ~ /roots.json$/ {
    if (in_section($0) && section == "proofs" && value($0, "what") == "derived custody entry") proven[value($0, "sha256")] = 1
    next
}
!(substr($0, length($0) - 143, 64) in proven) {
    print "open      entry " count($0, "seq") " of the custody log: no root of a day covers it"
}
' paradero/roots.json paradero/custody.jsonl
find "$work/days" -type f -exec sha256sum {} + | sed 's|^\([0-9a-f]*\).*/\(.*\)$|\2 \1|' | sort -r > "$work/hashed"
awk "$shared"'
FILENAME ~ /stamped$/ { stamped[$1] = 1; next }
FILENAME ~ /roots.json$/ { if (in_section($0) && section == "days") previous[value($0, "day")] = value($0, "previous"); next }
$1 in stamped || $2 == vouched { vouched = previous[$1]; next }
{ print "open      " $1 ": no token is over this day, nor over one chained to it" }
' "$work/stamped" paradero/roots.json "$work/hashed"
fine sum "the fingerprint of this bundle is $fingerprint"
echo "WHOLE: nothing here differs from what was bundled. VERIFY.txt says what that proves and what it does not."
