#!/usr/bin/env bash
# The database tests on a PostgreSQL server: TEST_DATABASE_URL, else the oldest supported version's programs
# where the machine has them (15 to 17), else installed from the system's packages where that is allowed.
set -u
cd "$(dirname "$0")/.."
tests=(tests/kernel tests/accounts tests/candidates tests/messaging tests/documents tests/ats tests/views tests/exchange)
existing=(); for folder in "${tests[@]}"; do [ -d "$folder" ] && existing+=("$folder"); done
if [ -n "${TEST_DATABASE_URL:-}" ]; then
  exec node scripts/test.mjs "${existing[@]}"
fi
find_programs() { for version in 15 16 17; do [ -x "/usr/lib/postgresql/$version/bin/postgres" ] && { echo "/usr/lib/postgresql/$version/bin"; return; }; done; }
programs=$(find_programs)
if [ -z "$programs" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  echo "Installing PostgreSQL from the system's packages…"
  apt-get update >/dev/null 2>&1; DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends postgresql >/dev/null 2>&1
  programs=$(find_programs)
fi
if [ -z "$programs" ]; then echo "SKIPPED: no second PostgreSQL here (set TEST_DATABASE_URL, or install PostgreSQL 15 to 17)"; exit 0; fi
echo "Second database: $("$programs/postgres" --version)"
folder=$(mktemp -d); chmod 755 "$folder"
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
if [ "$(id -u)" = 0 ]; then chown postgres "$folder"; fi
port=$((20000 + RANDOM % 20000))
as "$programs/initdb" -D "$folder/data" -U tester --auth=trust --encoding=UTF8 --locale=C.UTF-8 >/dev/null || exit 1
as "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder -c fsync=off -c max_connections=200" start >/dev/null || { cat "$folder/log"; exit 1; }
TEST_DATABASE_URL="postgres://tester@127.0.0.1:$port/postgres" node scripts/test.mjs "${existing[@]}"
code=$?
as "$programs/pg_ctl" -D "$folder/data" -m fast stop >/dev/null
rm -rf "$folder"
exit "$code"
