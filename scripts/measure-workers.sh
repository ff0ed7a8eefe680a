#!/usr/bin/env bash
# Times ingest on one machine beside 1, 2 and 3 workers on the same bulletins: the table "Measured" of docs/operations.md. Starts a PostgreSQL server and
# a RabbitMQ broker of its own (Debian's programs, a temporary folder, the loopback) and ends them.
# usage: scripts/measure-workers.sh FOLDER [OPTION...]     FOLDER: bulletins; OPTION: of ingest and worker, such as --model none
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
documents=$(realpath "$1")
shift
dotnet build -c Release -v quiet -nologo src/NewsExtract.Cli
program=(dotnet "$PWD/src/NewsExtract.Cli/bin/Release/net10.0/newsextract.dll")
postgres=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
work=$(mktemp -d)
chmod 755 "$work"
as=() # PostgreSQL does not run as root.
if [ "$(id -u)" = 0 ]; then
    as=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
    install -d -o postgres -m 700 "$work/postgres"
fi

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
database_port=$(free_port) broker_port=$(free_port) names_port=$(free_port)
end() {
    "${as[@]}" "$postgres/pg_ctl" stop -s -m immediate -D "$work/postgres/data" || true
    pkill -f -- "-home $work" || true
    kill "$names" || true
    sleep 1
    rm -rf "$work"
}

cd "$work"
"${as[@]}" "$postgres/initdb" -D "$work/postgres/data" -U news -A trust -E UTF8 --locale=C --no-sync >/dev/null
"${as[@]}" "$postgres/pg_ctl" start -s -w -D "$work/postgres/data" -l "$work/postgres/log" -o "-p $database_port -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
epmd -port "$names_port" -address 127.0.0.1 &
names=$!
trap end EXIT
echo "listeners.tcp.1 = 127.0.0.1:$broker_port" >rabbitmq.conf
echo '[].' >plugins
: >environment
HOME=$work ERL_EPMD_PORT=$names_port RABBITMQ_NODENAME=newsextract$broker_port@localhost RABBITMQ_DIST_PORT=$(free_port) \
    RABBITMQ_MNESIA_BASE=$work/mnesia RABBITMQ_LOG_BASE=$work/log RABBITMQ_CONFIG_FILE=$work/rabbitmq.conf RABBITMQ_CONF_ENV_FILE=$work/environment \
    RABBITMQ_ENABLED_PLUGINS_FILE=$work/plugins RABBITMQ_PLUGINS_EXPAND_DIR=$work/expanded RABBITMQ_PID_FILE=$work/pid \
    /usr/lib/rabbitmq/bin/rabbitmq-server >broker.log 2>&1 &
until (exec 3<>"/dev/tcp/127.0.0.1/$broker_port") 2>/dev/null; do sleep 0.2; done

ask() { "$postgres/psql" -h 127.0.0.1 -p "$database_port" -U news -d "$1" -Atc "$2"; }
# Seconds of processor time of the database's processes, those that ended included.
database_time() { awk -v ticks="$(getconf CLK_TCK)" '{ sum = $14 + $15 + $16 + $17; print sum / ticks }' "/proc/$(head -1 "$work/postgres/data/postmaster.pid")/stat"; }
new_store() { ask postgres "CREATE DATABASE $1" >/dev/null; echo "postgres://news@127.0.0.1:$database_port/$1"; }

# From the start of the first process to the last bulletin's being done, for all alike.
now() { date +%s.%N; }

for jobs in 1 2; do
    store=$(new_store "local$jobs")
    before=$(database_time)
    began=$(now)
    TIMEFORMAT='%U %S'
    # 1: some bulletins were read in part.
    times=$( { time "${program[@]}" ingest "$documents" --store "$store" --jobs "$jobs" --no-link "$@" >local.log 2>&1 || [ $? = 1 ]; } 2>&1)
    took=$(awk "BEGIN { printf \"%.1f\", $(now) - $began }")
    sleep 1
    echo "one local process, --jobs $jobs: $took s; processor $(awk '{ print $1 + $2 }' <<<"$times") s, the database $(awk "BEGIN { print $(database_time) - $before }") s; $(ask "local$jobs" 'SELECT COUNT(*) FROM documents') documents"
done

for count in 1 2 3; do
    store=$(new_store "workers$count")
    queue=amqp://guest:guest@127.0.0.1:$broker_port
    "${program[@]}" ingest "$documents" --store "$store" --queue "$queue" --no-wait "$@" >send.log 2>&1
    before=$(database_time)
    began=$(now)
    for ((i = 1; i <= count; i++)); do
        (
            TIMEFORMAT='%U %S'
            time "${program[@]}" worker --store "$store" --queue "$queue" --slots 1 --no-link "$@" 2>"worker$i.log"
        ) 2>"worker$i.time" &
    done
    while [ "$(ask "workers$count" "SELECT COUNT(*) FROM work WHERE state IN ('queued', 'running', 'held')")" != 0 ]; do sleep 1; done
    pkill -TERM -f "newsextract.dll worker --store $store" || true
    while pgrep -f "newsextract.dll worker --store $store" >/dev/null; do sleep 0.2; done
    sleep 1
    took=$(ask "workers$count" "SELECT round(EXTRACT(EPOCH FROM max(finished)::timestamptz) - $began, 1) FROM work")
    echo "$count workers: $took s; processor $(cat worker*.time | awk 'NF == 2 { sum += $1 + $2 } END { print sum }') s, the database $(awk "BEGIN { print $(database_time) - $before }") s"
    grep -h '^ended' worker*.log
    rm -f worker*
done
