# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What the scene needs of the machine: Debian packages, and a JDK 25.

# program or file, and the package that brings it
NEEDS='ip iproute2
ethtool ethtool
dumpcap wireshark-common
tshark tshark
snmpd snmpd
snmpget snmp
lldpd lldpd
dnsmasq dnsmasq-base
avahi-daemon avahi-daemon
busybox busybox
nginx nginx-light
openssl openssl
curl curl
node nodejs
npm npm
g++ g++
make make
mvn maven
/usr/lib/python3/dist-packages/pymodbus python3-pymodbus
/usr/lib/python3/dist-packages/serial python3-serial
/usr/lib/python3/dist-packages/serial_asyncio python3-serial-asyncio'

missing_packages() {
  local program package
  while read -r program package; do
    command -v "$program" >/dev/null 2>&1 || [ -e "$program" ] || echo "$package"
  done <<<"$NEEDS"
}

install_needs() {
  local packages policy=/usr/sbin/policy-rc.d made=
  packages=$(missing_packages | tr '\n' ' ')
  [ -n "$packages" ] || return 0
  # the daemons are wanted as programs: none is to start on the machine itself
  if [ ! -e "$policy" ]; then
    printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod +x "$policy" && made=yes
  fi
  # shellcheck disable=SC2086
  apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $packages >/dev/null
  [ -z "$made" ] || rm -f "$policy"
  packages=$(missing_packages | tr '\n' ' ')
  [ -z "$packages" ] || { echo "record: please install: $packages" >&2 && return 1; }
}

is_jdk() { # is_jdk FOLDER: a JDK of version 25 or later
  [ -x "$1/bin/javac" ] && [ "$("$1/bin/java" -XshowSettings:properties -version 2>&1 |
    sed -n 's/^ *java.specification.version = //p' | cut -d. -f1)" -ge 25 ] 2>/dev/null
}

find_jdk() {
  local home
  for home in "${WEIR_JAVA_HOME:-}" "${JAVA_HOME:-}" "$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")"; do
    [ -n "$home" ] && is_jdk "$home" && echo "$home" && return 0
  done
  for home in $(grep -lE '^JAVA_VERSION="(2[5-9]|[3-9][0-9])' /usr/lib/jvm/*/release 2>/dev/null | xargs -r -n1 dirname); do
    is_jdk "$home" && echo "$home" && return 0
  done
  echo 'record: no JDK 25 found; set WEIR_JAVA_HOME' >&2
  return 1
}
