// SPDX-License-Identifier: Apache-2.0
package weir.model;

/**
 * One time that an observation was made: when, in which packet, between whom, and with which reading. The sensor reuses
 * a single sighting for all of its observations, so nobody may keep one: copy the fields that are wanted.
 */
public final class Sighting {

    private String sensor = "";
    private long time;
    private long packet;
    private long conversation;
    private Transport transport = Transport.LINK;
    private Address source = Address.NONE;
    private Address destination = Address.NONE;
    private Address sourceMac = Address.NONE;
    private Address destinationMac = Address.NONE;
    private int sourcePort;
    private int destinationPort;
    private int vlan;
    private boolean fromClient;
    private long latency = -1;
    private long detail;
    private final Reading reading = new Reading();

    /** Name of the sensor, or of the capture file. */
    public String sensor() {
        return sensor;
    }

    /** Nanoseconds since 1970-01-01T00:00:00Z, from the packet. */
    public long time() {
        return time;
    }

    /** Number of the packet in the input, from 1. */
    public long packet() {
        return packet;
    }

    /** Number of the conversation, from 1 in the order of their first packets; 0 for a frame that belongs to none. */
    public long conversation() {
        return conversation;
    }

    public Transport transport() {
        return transport;
    }

    /** Network address of the sender, or its hardware address where there is no network layer. */
    public Address source() {
        return source;
    }

    public Address destination() {
        return destination;
    }

    public Address sourceMac() {
        return sourceMac;
    }

    public Address destinationMac() {
        return destinationMac;
    }

    public int sourcePort() {
        return sourcePort;
    }

    public int destinationPort() {
        return destinationPort;
    }

    /** VLAN id, outermost tag; 0 without a tag. */
    public int vlan() {
        return vlan;
    }

    /** Sent by the side that asks. */
    public boolean fromClient() {
        return fromClient;
    }

    public Address client() {
        return fromClient ? source : destination;
    }

    public Address server() {
        return fromClient ? destination : source;
    }

    public int serverPort() {
        return fromClient ? destinationPort : sourcePort;
    }

    public int clientPort() {
        return fromClient ? sourcePort : destinationPort;
    }

    /** Nanoseconds since the request, for an answer whose request was seen; -1 otherwise. */
    public long latency() {
        return latency;
    }

    /** The number that goes with a violation, a transfer or a loss. */
    public long detail() {
        return detail;
    }

    /** The value that goes with a {@link PointValue}. */
    public Reading reading() {
        return reading;
    }

    public Sighting sensor(String value) {
        sensor = value;
        return this;
    }

    /** Begins a packet: everything that is known of one before its conversation. */
    public Sighting packet(long number, long nanoseconds) {
        packet = number;
        time = nanoseconds;
        conversation = 0;
        latency = -1;
        detail = 0;
        return this;
    }

    public Sighting link(Address from, Address to, int vlanId) {
        sourceMac = from;
        destinationMac = to;
        vlan = vlanId;
        return this;
    }

    public Sighting between(Transport carrier, Address from, int fromPort, Address to, int toPort) {
        transport = carrier;
        source = from;
        sourcePort = fromPort;
        destination = to;
        destinationPort = toPort;
        return this;
    }

    public Sighting conversation(long number, boolean sentByClient) {
        conversation = number;
        fromClient = sentByClient;
        return this;
    }

    public Sighting latency(long nanoseconds) {
        latency = nanoseconds;
        return this;
    }

    public Sighting detail(long number) {
        detail = number;
        return this;
    }
}
