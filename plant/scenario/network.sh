# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The plant's wires: one network namespace a host, all on one bridge that lives in a namespace of its own.
# Names begin with wp-; nothing outside these namespaces is touched.

PREFIX=wp-
BRIDGE=plant0

inside() { # inside HOST COMMAND...
  local host=$1
  shift
  ip netns exec "$PREFIX$host" "$@"
}

quiet_namespace() { # no IPv6, so that no host speaks unasked
  ip netns add "$PREFIX$1"
  inside "$1" sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1
  inside "$1" ip link set lo up
  # ip netns lays these over the machine's own: a host knows itself and the plant's name server, no more
  mkdir -p "/etc/netns/$PREFIX$1"
  printf "127.0.0.1 localhost\n127.0.1.1 %s\n" "$1" >"/etc/netns/$PREFIX$1/hosts"
  echo 'nameserver 10.20.30.53' >"/etc/netns/$PREFIX$1/resolv.conf"
}

honest_frames() { # honest_frames HOST INTERFACE: checksums and segments as a real wire has them
  inside "$1" ethtool -K "$2" rx off tx off sg off tso off gso off gro off >/dev/null 2>&1
}

plug() { # plug NAME MAC TTL: a host with its cable to the bridge, not yet addressed
  quiet_namespace "$1"
  ip link add "$1" netns "${PREFIX}wire" type veth peer name eth0 netns "$PREFIX$1"
  inside "$1" ip link set eth0 address "$2"
  inside "$1" sysctl -qw net.ipv4.ip_default_ttl="$3"
  honest_frames "$1" eth0
  honest_frames wire "$1"
  inside wire ip link set "$1" master "$BRIDGE" up
  inside "$1" ip link set eth0 up
}

address() { # address NAME ADDRESS: the plant is one flat /16, its levels told by the third number
  inside "$1" ip address add "$2/16" dev eth0
  [ "$1" = firewall ] || inside "$1" ip route add default via 10.20.0.1
}

lay_wire() {
  quiet_namespace wire
  inside wire ip link add "$BRIDGE" type bridge stp_state 0 mcast_snooping 0
  # LLDP may pass, so that a mirror of the bridge sees it
  inside wire ip link set "$BRIDGE" type bridge group_fwd_mask 0x4000
  inside wire ip link set "$BRIDGE" up
}

office_behind_firewall() {
  quiet_namespace office
  inside office sysctl -qw net.ipv4.ip_default_ttl=128
  ip link add office0 netns "${PREFIX}firewall" type veth peer name eth0 netns "${PREFIX}office"
  honest_frames firewall office0
  honest_frames office eth0
  inside firewall ip address add 10.10.5.1/24 dev office0
  inside firewall ip link set office0 up
  inside firewall sysctl -qw net.ipv4.ip_forward=1
  inside office ip address add 10.10.5.23/24 dev eth0
  inside office ip link set eth0 up
  inside office ip route add default via 10.10.5.1
}

build_network() { # build_network HOSTS.TSV
  lay_wire
  local name ip mac ttl _
  while IFS=$'\t' read -r name ip mac ttl _; do
    case "$name" in '#'*) continue ;; esac
    plug "$name" "$mac" "$ttl"
    [ "$name" = engineering ] || address "$name" "$ip"
  done <"$1"
  office_behind_firewall
}

remove_network() { # ends what still runs inside, then the namespaces with their interfaces
  local namespace pids
  for namespace in $(ip netns list | awk -v prefix="$PREFIX" 'index($1, prefix) == 1 { print $1 }'); do
    pids=$(ip netns pids "$namespace")
    # shellcheck disable=SC2086
    [ -z "$pids" ] || kill $pids 2>/dev/null
  done
  sleep 0.5
  for namespace in $(ip netns list | awk -v prefix="$PREFIX" 'index($1, prefix) == 1 { print $1 }'); do
    pids=$(ip netns pids "$namespace")
    # shellcheck disable=SC2086
    [ -z "$pids" ] || kill -9 $pids 2>/dev/null
    ip netns delete "$namespace"
    rm -rf "/etc/netns/$namespace"
  done
  rmdir /etc/netns 2>/dev/null || true
}
