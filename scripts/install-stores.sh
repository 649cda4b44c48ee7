#!/usr/bin/env bash
# Installs the triple stores that the integration tests start, into a folder where the tests look, and prints the variables
# that name them, for another folder or a shell: eval "$(scripts/install-stores.sh [FOLDER])"
# Virtuoso comes from Debian, Fuseki from Maven, Oxigraph from Python's packages. What is there is left alone.
set -euo pipefail
folder=${1:-${XDG_CACHE_HOME:-$HOME/.cache}/article2rdf/stores}
fuseki=5.5.0
oxigraph=0.5.13
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
has() { command -v "$1" >/dev/null; }

{
  missing=()
  has virtuoso-t && has isql-vt || missing+=(virtuoso-opensource-7)
  has java || missing+=(default-jre-headless)
  has python3 || missing+=(python3 python3-venv)
  has curl || missing+=(curl)
  jar=$folder/jena-fuseki-server-$fuseki.jar
  [ -f "$jar" ] || has mvn || missing+=(maven)
  if [ ${#missing[@]} -gt 0 ]; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  fi
  [ -f "$jar" ] || mvn --quiet --batch-mode org.apache.maven.plugins:maven-dependency-plugin:3.6.1:copy \
    -Dartifact="org.apache.jena:jena-fuseki-server:$fuseki" -DoutputDirectory="$folder" -Dmdep.useBaseVersion=true
  program=$folder/oxigraph-$oxigraph/bin/oxigraph
  if [ ! -x "$program" ]; then
    python3 -m venv "$folder/oxigraph-$oxigraph"
    "$folder/oxigraph-$oxigraph/bin/pip" install --quiet --disable-pip-version-check "oxigraph==$oxigraph"
  fi
  ln -sfn "$jar" "$folder/jena-fuseki-server.jar"
  ln -sfn "$program" "$folder/oxigraph"
} >&2

printf 'export VIRTUOSO=%q ISQL=%q FUSEKI_JAR=%q OXIGRAPH=%q\n' \
  "$(command -v virtuoso-t)" "$(command -v isql-vt)" "$folder/jena-fuseki-server.jar" "$folder/oxigraph"
