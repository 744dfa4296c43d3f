#!/usr/bin/env bash
# postgres.sh start|stop|pause|go FOLDER: a PostgreSQL of its own for a test program, on a socket in FOLDER, as an
# unprivileged user. `stop` removes the folder; `pause` and `go` take the server away for a while.
set -euo pipefail

programs=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
[ -x "$programs/initdb" ] || { echo "postgres.sh: no PostgreSQL here; scripts/install-debian.sh test installs it" >&2; exit 3; }
folder=$2

as_owner() {
  if [ "$(id -u)" -eq 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups -- "$@"; else "$@"; fi
}
control() { (cd "$folder" && as_owner "$programs/pg_ctl" --pgdata "$folder/data" --wait --silent "$@"); }
# Data of a test may be lost with the machine, not with the server: no fsync, all else as it is.
settings="-c listen_addresses= -c unix_socket_directories=$folder -c fsync=off -c max_connections=40"

case $1 in
  start)
    mkdir -p "$folder"
    [ "$(id -u)" -ne 0 ] || chown postgres:postgres "$folder"
    (cd "$folder" && as_owner "$programs/initdb" --pgdata "$folder/data" --auth=trust --username=collega --no-sync --encoding=UTF8 \
      --locale=C.UTF-8 >/dev/null)
    control --log "$folder/log" --options "$settings" start
    ;;
  pause) control --mode immediate stop ;;
  go) control --log "$folder/log" --options "$settings" start ;;
  stop)
    control --mode immediate stop || true
    rm -rf "$folder"
    ;;
esac
