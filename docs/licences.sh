#!/bin/sh
# Prints docs/licences.md: what the command line ships beside Plateau itself, under which licences.
# Licences are the names in the artefacts' poms, or in their parents' where a pom names none.
#
#   docs/licences.sh > docs/licences.md
#
# Needs mvn and a local repository that has the dependencies (any build fills it); MAVEN_REPOSITORY names one elsewhere.
set -eu
cd "$(dirname "$0")/.."
repository=${MAVEN_REPOSITORY:-$HOME/.m2/repository}
list=$(mktemp)
trap 'rm -f "$list"' EXIT

pom() { echo "$repository/$(echo "$1" | tr . /)/$2/$3/$2-$3.pom"; }

# Text of the first element $2 in what stands between <$1> and </$1>.
within() {
  awk -v block="$1" -v element="$2" '
    index($0, "<" block ">") { inside = 1 }
    inside && match($0, "<" element ">[^<]*") { print substr($0, RSTART + length(element) + 2, RLENGTH - length(element) - 2); exit }
    index($0, "</" block ">") { exit }'
}

# Names of all licences of the pom of group $1, artefact $2, version $3, joined by " or ".
licence() {
  file=$(pom "$1" "$2" "$3")
  if [ ! -f "$file" ]; then
    echo "unknown: no pom in the local repository"
    return
  fi
  # One element a line, comments gone.
  text=$(tr '\r\n' '  ' < "$file" | sed 's/<!--/\n<!--/g; s/-->/-->\n/g' | sed '/^<!--/d' | tr '\n' ' ' | sed 's/</\n</g')
  names=$(echo "$text" | awk '
    /^<licenses>/ { inside = 1 } /^<\/licenses>/ { inside = 0 }
    inside && /^<name>/ { sub(/^<name> */, ""); sub(/ +$/, ""); gsub(/ +/, " "); print }' | sed ':a;N;$!ba;s/\n/ or /g')
  if [ -n "$names" ]; then
    echo "$names"
    return
  fi
  parent=$(echo "$text" | within parent artifactId)
  if [ -z "$parent" ]; then
    echo "none named"
    return
  fi
  licence "$(echo "$text" | within parent groupId)" "$parent" "$(echo "$text" | within parent version)"
}

# The compile phase lets the modules find each other without an installation; nothing needs to be compiled for it.
# Each module overwrites the list, and the command line comes last.
mvn -q -B -o -pl cli -am compile -Dmaven.main.skip=true dependency:list -DincludeScope=runtime \
  -DexcludeGroupIds=org.plateau -DoutputFile="$list" >&2

cat << 'HEAD'
# Licences of what Plateau ships

Every run-time dependency of the command line, made by [licences.sh](licences.sh) from the artefacts' poms. "or" stands between
licences that a pom offers side by side.

| artefact | version | licence |
|---|---|---|
HEAD
sed -n 's/^ *\([^ :]*:[^ ]*:\(compile\|runtime\)\).*/\1/p' "$list" | sort | while IFS=: read -r group artefact rest; do
  version=$(echo "$rest" | awk -F: '{ print $(NF - 1) }')
  echo "| \`$group:$artefact\` | $version | $(licence "$group" "$artefact" "$version") |"
done
cat << 'TAIL'

Poms speak for the jar, not for what is packed in it. Four of them hold native libraries of others:
- `pytorch-native-cpu`: libtorch (BSD-3-Clause); for Linux on x86-64 it has Intel's MKL linked into it (Intel Simplified Software
  License) and GCC's libgomp beside it (GPL-3.0 with the GCC Runtime Library Exception, which leaves the licence of what uses it alone).
- `onnxruntime`: ONNX Runtime (MIT) for Linux, macOS and Windows, with what it is linked with, such as Eigen (MPL-2.0), Abseil (Apache-2.0),
  Protocol Buffers and RE2 (BSD-3-Clause).
- `sqlite-jdbc`: SQLite (public domain).
- `jna`: libffi (MIT).
TAIL
