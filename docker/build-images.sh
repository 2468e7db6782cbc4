#!/usr/bin/env bash
# Builds both images, with docker where an engine runs, else with buildah and debootstrap (both from Debian, as root).
#   docker/build-images.sh [version]
# Environment:
#   CLEARWAY_JAR=target       use target/clearway.jar instead of building it in the image
#   CLEARWAY_APT_OPTIONS      options for every apt-get in the build, for machines behind a mirror
#   CLEARWAY_IMAGE_WORK       folder of the build without docker; default target/images
set -euo pipefail

home=$(dirname -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")")
readonly home version=${1:-0.1.0} base=docker.io/library/debian:bookworm-slim
work=$(realpath -m -- "${CLEARWAY_IMAGE_WORK:-$home/target/images}")
arguments=(--build-arg "JAR=${CLEARWAY_JAR:-source}" --build-arg "APT_OPTIONS=${CLEARWAY_APT_OPTIONS:-}")

die() {
    echo "build-images: $*" >&2
    exit 1
}

build_with_docker() { # target
    docker build -f "$home/docker/Dockerfile" --target "$1" -t "clearway-$1:$version" "${arguments[@]}" "$home"
}

# Debian's minimal system, without the files that the official slim image omits.
make_base() {
    local root=$work/base container
    buildah inspect --type image "$base" >/dev/null 2>&1 && return
    rm -rf -- "$root"
    mkdir -p -- "$root"
    debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >"$work/debootstrap.log" ||
        die "debootstrap failed; see $work/debootstrap.log"
    echo 'deb http://deb.debian.org/debian-security bookworm-security main' >>"$root/etc/apt/sources.list"
    cat >"$root/etc/dpkg/dpkg.cfg.d/slim" <<'TEXT'
path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/man/*
path-exclude /usr/share/locale/*
path-exclude /usr/share/info/*
TEXT
    find "$root/usr/share/doc" ! -type d ! -name copyright -delete
    rm -rf -- "$root"/usr/share/{man,locale,info}/* "$root"/var/cache/apt/* "$root"/var/lib/apt/lists/*
    container=$(buildah from scratch)
    buildah add -q "$container" "$root" / >/dev/null
    buildah config --cmd bash "$container"
    buildah commit -q --rm "$container" "$base" >/dev/null
    rm -rf -- "$root"
}

build_with_buildah() { # target
    buildah bud --isolation chroot --pull-never --format docker --layers -q -f "$home/docker/Dockerfile" \
        --target "$1" -t "clearway-$1:$version" "${arguments[@]}" "$home"
}

if docker info >/dev/null 2>&1; then
    builder=build_with_docker
else
    command -v buildah >/dev/null && command -v debootstrap >/dev/null ||
        die 'there is no Docker engine; without one, install buildah and debootstrap: apt-get install buildah debootstrap'
    [ "$(id -u)" = 0 ] || die 'without a Docker engine it needs root, for debootstrap and chroot'
    export STORAGE_DRIVER=vfs BUILDAH_LAYERS=true
    mkdir -p -- "$work"
    make_base
    builder=build_with_buildah
fi
for target in worker api; do
    $builder "$target"
    echo "built clearway-$target:$version"
done
