// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import weir.wire.capture.Frame;

/** One interface that is listened to: a packet socket in promiscuous mode, and its ring. */
@SuppressWarnings("restricted")
final class PacketSocket {

    private static final int LONGEST_NAME = 15;
    private static final int ETHERNET = 1;
    private static final int RAW_IP = 101;

    private final String name;
    private final Libc libc;
    private final Arena arena;
    private final MemorySegment nameBytes;
    private final MemorySegment value;
    private final MemorySegment length;
    private int descriptor = -1;
    private int index;
    private MemorySegment memory = MemorySegment.NULL;
    private Ring ring = new Ring(MemorySegment.NULL, new RingSize(4096, 1, 1), ETHERNET, true);
    private boolean gone;

    private PacketSocket(String name, Libc libc, Arena arena) {
        this.name = name;
        this.libc = libc;
        this.arena = arena;
        nameBytes = arena.allocateFrom(name);
        value = arena.allocate(PacketAbi.IFREQ_BYTES, Long.BYTES);
        length = arena.allocate(JAVA_INT);
    }

    static PacketSocket open(String name, RingSize size, Libc libc, Arena arena) throws CannotListen {
        PacketSocket socket = new PacketSocket(name, libc, arena);
        try {
            socket.open(size);
        } catch (CannotListen failed) {
            socket.close();
            throw failed;
        }
        return socket;
    }

    private void open(RingSize size) throws CannotListen {
        index = name.length() > LONGEST_NAME ? 0 : libc.index(nameBytes);
        if (index == 0) {
            throw new CannotListen(
                    "there is no interface " + name + "; there are " + String.join(", ", Platform.interfaces()));
        }
        descriptor = libc.socket(PacketAbi.AF_PACKET, PacketAbi.SOCK_RAW | PacketAbi.SOCK_CLOEXEC, 0);
        must(descriptor, "open a packet socket");
        value.set(JAVA_INT, 0, PacketAbi.TPACKET_V3);
        must(option(PacketAbi.PACKET_VERSION, value.asSlice(0, Integer.BYTES)), "use version 3 of the packet ring");
        must(option(PacketAbi.PACKET_RX_RING, request(size)), "have a ring of " + (size.bytes() >> 10) + " KiB");
        MemorySegment mapped = libc.map(descriptor, size.bytes());
        must(mapped.address() == -1 ? -1 : 0, "map the ring");
        memory = mapped.reinterpret(size.bytes());
        must(bind(), "listen");
        int hardware = hardware();
        ring = new Ring(memory, size, linkType(hardware), hardware != PacketAbi.ARPHRD_LOOPBACK);
        must(promiscuous(), "see what is meant for others");
    }

    String name() {
        return name;
    }

    int descriptor() {
        return descriptor;
    }

    boolean ready() {
        return ring.ready();
    }

    long time() {
        return ring.time();
    }

    long taken() {
        return ring.taken();
    }

    void next(Frame frame) {
        ring.next(frame);
    }

    boolean isGone() {
        return gone;
    }

    /** Frames lost since the last asking. */
    long dropped() {
        length.set(JAVA_INT, 0, PacketAbi.STATISTICS_BYTES);
        int asked = libc.getOption(descriptor, PacketAbi.SOL_PACKET, PacketAbi.PACKET_STATISTICS, value, length);
        long drops = asked < 0 ? 0 : value.get(JAVA_INT, PacketAbi.STATISTICS_DROPS) & 0xffff_ffffL;
        return drops + ring.unreadable();
    }

    /** Takes the failure that the kernel has noted for this socket, and says what it is. */
    String failure() {
        gone = true;
        length.set(JAVA_INT, 0, Integer.BYTES);
        libc.getOption(descriptor, PacketAbi.SOL_SOCKET, PacketAbi.SO_ERROR, value, length);
        int error = value.get(JAVA_INT, 0);
        if (libc.index(nameBytes) != index) {
            return "was removed";
        }
        return error == PacketAbi.ENETDOWN || error == 0 ? "is down" : "fails (" + libc.text(error) + ")";
    }

    /** Whether an interface that was gone is there again; needs no privilege, for the socket is the old one. */
    boolean isBack() {
        int now = libc.index(nameBytes);
        if (now == 0 || !isUp()) {
            return false;
        }
        boolean another = now != index;
        index = now;
        if (bind() < 0 || another && promiscuous() < 0) {
            return false;
        }
        gone = false;
        return true;
    }

    void close() {
        if (memory.byteSize() > 0) {
            libc.unmap(memory);
            memory = MemorySegment.NULL;
        }
        if (descriptor >= 0) {
            libc.close(descriptor);
            descriptor = -1;
        }
    }

    private MemorySegment request(RingSize size) {
        MemorySegment request = arena.allocate(PacketAbi.REQUEST_BYTES, Integer.BYTES);
        request.setAtIndex(JAVA_INT, 0, size.blockBytes());
        request.setAtIndex(JAVA_INT, 1, size.blocks());
        request.setAtIndex(JAVA_INT, 2, size.blockBytes());
        request.setAtIndex(JAVA_INT, 3, size.blocks());
        request.setAtIndex(JAVA_INT, 4, size.retireMilliseconds());
        return request;
    }

    private int bind() {
        MemorySegment address = value.asSlice(0, PacketAbi.ADDRESS_BYTES).fill((byte) 0);
        address.set(JAVA_SHORT, 0, (short) PacketAbi.AF_PACKET);
        address.set(JAVA_SHORT, 2, PacketAbi.ALL_PROTOCOLS);
        address.set(JAVA_INT, 4, index);
        return libc.bind(descriptor, address);
    }

    private int promiscuous() {
        MemorySegment membership = value.asSlice(0, PacketAbi.MEMBERSHIP_BYTES).fill((byte) 0);
        membership.set(JAVA_INT, 0, index);
        membership.set(JAVA_SHORT, 4, (short) PacketAbi.PACKET_MR_PROMISC);
        return option(PacketAbi.PACKET_ADD_MEMBERSHIP, membership);
    }

    private int hardware() {
        length.set(JAVA_INT, 0, PacketAbi.ADDRESS_BYTES);
        libc.name(descriptor, value, length);
        return value.get(JAVA_SHORT, PacketAbi.ADDRESS_HARDWARE) & 0xffff;
    }

    private int linkType(int hardware) throws CannotListen {
        return switch (hardware) {
            case PacketAbi.ARPHRD_ETHER, PacketAbi.ARPHRD_LOOPBACK -> ETHERNET;
            case PacketAbi.ARPHRD_NONE, PacketAbi.ARPHRD_TUNNEL -> RAW_IP;
            default ->
                throw new CannotListen("interface " + name + " is neither Ethernet nor a tunnel of IP (hardware type "
                        + hardware + "); give one that is");
        };
    }

    private boolean isUp() {
        value.fill((byte) 0);
        MemorySegment.copy(nameBytes, 0, value, 0, nameBytes.byteSize());
        return libc.ioctl(descriptor, PacketAbi.SIOCGIFFLAGS, value) == 0
                && (value.get(JAVA_SHORT, PacketAbi.IFREQ_FLAGS) & PacketAbi.IFF_UP) != 0;
    }

    private int option(int option, MemorySegment given) {
        return libc.setOption(descriptor, PacketAbi.SOL_PACKET, option, given);
    }

    private void must(int result, String what) throws CannotListen {
        if (result >= 0) {
            return;
        }
        int error = libc.error();
        throw new CannotListen("interface " + name + ": may not or cannot " + what + " (" + libc.text(error) + "); "
                + switch (error) {
                    case PacketAbi.EPERM, PacketAbi.EACCES -> Privileges.MISSING;
                    case PacketAbi.ENOMEM -> "the kernel has not the memory: make the ring smaller";
                    case PacketAbi.ENODEV -> "it was removed meanwhile";
                    default -> "see whether the kernel allows packet sockets here";
                });
    }
}
