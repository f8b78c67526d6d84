// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

/**
 * One frame as captured; reused from frame to frame. Its bytes are those from {@link #offset} in {@link #data}, which
 * belongs to the {@link FrameSource}: they are good until its next frame is asked for.
 */
public final class Frame {

    public byte[] data = new byte[0];
    public int offset;

    /** How many bytes were captured. */
    public int captured;

    /** How many bytes there were on the wire; never fewer than {@link #captured}. */
    public int length;

    /** LINKTYPE number of the capture formats: 1 is Ethernet. */
    public int linkType;

    /** Nanoseconds since the epoch, whatever the capture says. */
    public long time;

    /** Which input it comes from, counted from 0. */
    public int input;

    /** Number among all frames delivered, counted from 1; with one input, its packet number. */
    public long packet;

    /** Number of the capture interface within its input (pcapng: within its section); 0 in pcap. */
    public int interfaceNumber;

    /** Becomes the same as another, sharing its bytes. */
    void set(Frame other) {
        data = other.data;
        offset = other.offset;
        captured = other.captured;
        length = other.length;
        linkType = other.linkType;
        time = other.time;
        input = other.input;
        packet = other.packet;
        interfaceNumber = other.interfaceNumber;
    }
}
