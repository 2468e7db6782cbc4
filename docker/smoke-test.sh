#!/usr/bin/env bash
# Tests the images that docker/build-images.sh built, as root and without a Docker engine: with a read-only root file
# system, as uid 10001 and without capabilities, an API without SUMO queues a run on a real network, a worker trains it.
#   docker/smoke-test.sh [version]
# Requires buildah (whose storage holds the images), PostgreSQL's programs, curl and python3.
# Environment: CLEARWAY_IMAGE_WORK  folder for what the containers write; default target/images
set -euo pipefail

home=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
readonly home version=${1:-0.1.0}
work=$(realpath -m -- "${CLEARWAY_IMAGE_WORK:-$home/target/images}")/smoke
export STORAGE_DRIVER=vfs
containers=()
processes=()

die() {
    echo "smoke-test: $*" >&2
    for log in "$work"/*.log; do
        echo "--- $log" >&2
        tail -n 15 "$log" >&2
    done
    exit 1
}

say() { echo "ok: $*"; }

clean_up() {
    local one
    for one in "${processes[@]}"; do kill -KILL -- "-$one" 2>/dev/null || true; done
    [ ! -d "$work/postgres" ] || as_postgres pg_ctl -D "$work/postgres" -m immediate stop >/dev/null 2>&1 || true
    for one in "${containers[@]}"; do buildah rm "$one" >/dev/null 2>&1 || true; done
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

as_postgres() { setpriv --reuid 65534 --regid 65534 --clear-groups env PATH="$postgres_bin:$PATH" "$@"; }

variables_of() { # image
    python3 -c 'import json, sys; print(*json.load(sys.stdin)["OCIv1"]["config"]["Env"], sep="\n")' <"$work/$1.json"
}

start_postgres() {
    postgres_bin=$(dirname -- "$(find /usr/lib/postgresql -name initdb | sort -V | tail -n 1)")
    database_port=$(free_port)
    password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
    install -d -o 65534 -g 65534 "$work/postgres" "$work/postgres-run"
    echo "$password" >"$work/postgres-run/password"
    as_postgres initdb -D "$work/postgres" -U clearway --pwfile "$work/postgres-run/password" -A scram-sha-256 >"$work/initdb.log"
    as_postgres pg_ctl -w -D "$work/postgres" -l "$work/postgres-run/log" \
        -o "-p $database_port -c listen_addresses=127.0.0.1 -c unix_socket_directories=''" start >"$work/pg_ctl.log"
}

check_size() { # image, most megabytes
    local bytes
    bytes=$(du -sb --exclude=./proc --exclude=./sys "$1" | cut -f 1)
    [ "$bytes" -lt $(($2 * 1000000)) ] || die "$3 has $((bytes / 1000000)) MB, more than $2 MB"
    say "$3: $((bytes / 1000000)) MB, less than $2 MB"
}

unpack() { # image; sets root
    local container
    container=$(buildah from --pull-never "localhost/$1:$version")
    containers+=("$container")
    root=$(buildah mount "$container")
}

# Runs the image's entry point with the image's own environment, in a root file system that cannot be written.
run_image() { # root, image, name, variable=value …, --, argument …
    local root=$1 name=$3 variables more=()
    mapfile -t variables < <(variables_of "$2")
    shift 3
    while [ "$1" != -- ]; do
        more+=("$1")
        shift
    done
    shift
    install -d -o 10001 -g 10001 "$work/$name-data"
    exec setsid unshare --mount --pid --fork --kill-child=KILL bash -euc '
        root=$1 data=$2
        shift 2
        mount --make-rprivate /
        mount --bind "$root" "$root"
        mount --bind "$data" "$root/data"
        mount -t tmpfs tmpfs "$root/tmp"
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        for file in resolv.conf hosts; do
            mount --bind "/etc/$file" "$root/etc/$file"
        done
        mount -o remount,ro,bind "$root"
        exec chroot "$root" setpriv --reuid 10001 --regid 10001 --clear-groups --bounding-set=-all --no-new-privs \
            env -i --chdir /opt/clearway "$@"
    ' run "$root" "$work/$name-data" \
        "${variables[@]}" SERVER_ADDRESS=127.0.0.1 "CLEARWAY_JAVA_OPTIONS=-Xmx512m" \
        "SPRING_DATASOURCE_URL=jdbc:postgresql://127.0.0.1:$database_port/postgres" \
        SPRING_DATASOURCE_USERNAME=clearway "SPRING_DATASOURCE_PASSWORD=$password" "${more[@]}" \
        tini -- clearway "$@"
}

start_image() { # root, image, name, variable=value …
    run_image "$@" -- serve >"$work/$3.log" 2>&1 &
    processes+=($!)
}

await() { # seconds, words, command …
    local end=$((SECONDS + $1)) words=$2
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || die "timed out: $words"
        sleep 1
    done
    say "$words"
}

ready() { curl -sf "http://127.0.0.1:$1/actuator/health/readiness"; }

field() { python3 -c 'import json, sys; print(json.load(sys.stdin)[sys.argv[1]])' "$1"; }

finished() {
    local status
    status=$(curl -sf "http://127.0.0.1:$api_port/api/v1/runs/$run" | field status)
    [ "$status" != FAILED ] || die "the run failed: $(curl -s "http://127.0.0.1:$api_port/api/v1/runs/$run")"
    [ "$status" = FINISHED ]
}

gone() { ! kill -0 "$1" 2>/dev/null; }

[ "$(id -u)" = 0 ] || die 'it needs root, for mounts and chroot'
rm -rf -- "$work"
mkdir -p -- "$work"
trap clean_up EXIT

unpack clearway-api
api_root=$root
unpack clearway-worker
worker_root=$root
check_size "$api_root" 600 clearway-api
check_size "$worker_root" 1200 clearway-worker
for image in clearway-api clearway-worker; do
    buildah inspect --type image "localhost/$image:$version" >"$work/$image.json"
    grep -q '"User": "10001:10001"' "$work/$image.json" || die "$image does not run as 10001"
    grep -q clearway-healthy "$work/$image.json" || die "$image has no health check"
done
say 'both run as uid 10001 and have a health check'
[ -z "$(find "$api_root" -xdev -type f \( -name sumo -o -name netconvert \) -perm -u+x)" ] || die 'there is a SUMO in clearway-api'
say 'there is no SUMO in clearway-api'

start_postgres
(run_image "$api_root" clearway-api migration -- migrate) >"$work/migration.log" 2>&1 || die 'clearway migrate failed'
say "$(tail -n 1 "$work/migration.log")"

api_port=$(free_port)
worker_port=$(free_port)
start_image "$api_root" clearway-api api "SERVER_PORT=$api_port"
await 180 'the API is ready' ready "$api_port"
run=$(curl -sf "http://127.0.0.1:$api_port/api/v1/runs" -H 'Content-Type: application/json' \
    -d '{"scenario": "grid-5x5", "algorithm": "ia2c", "decisions": 720, "evaluationSeeds": 0}' | field id) ||
    die 'the API without SUMO did not queue a run'
say "the API without SUMO queued run $run on grid-5x5"

start_image "$worker_root" clearway-worker worker CLEARWAY_WORKER_PARALLELEPISODES=1 "SERVER_PORT=$worker_port"
worker=${processes[-1]}
await 180 'the worker is ready' ready "$worker_port"
[ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$worker_port/api/v1/runs")" = 404 ] ||
    die 'the worker answers REST'
await 600 'the worker finished the run' finished
chroot "$worker_root" env SERVER_PORT="$worker_port" clearway-healthy || die 'the health check fails'
say 'the health check passes'

# The process is unshare; its child is tini, the first one within.
kill -TERM "$(pgrep -P "$worker")"
await 60 'the worker ended after SIGTERM' gone "$worker"
[ -z "$(find "$worker_root" "$api_root" -xdev -newer "$work/clearway-worker.json" -type f)" ] ||
    die 'something was written outside of /data and /tmp'
say 'nothing was written outside of /data and /tmp'
