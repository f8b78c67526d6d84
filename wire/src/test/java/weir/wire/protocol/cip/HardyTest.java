// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import static org.assertj.core.api.Assertions.assertThat;
import static weir.wire.protocol.cip.Talk.connected;
import static weir.wire.protocol.cip.Talk.hex;
import static weir.wire.protocol.cip.Talk.unconnected;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Sighting;
import weir.model.Transport;
import weir.wire.Cursor;
import weir.wire.Dialogue;
import weir.wire.Direction;
import weir.wire.Sink;
import weir.wire.SinkOptions;

class HardyTest {

    private static final byte[][] TALK = {
        unconnected("52 02 2006 2401 07f9 0600 0102 2001 2401 01 00 0103"),
        unconnected("8100 0000 0100 0e00 3600 1014 6030 3f825100 14 313735362d4c36312f42204c4f47495835353631"),
        unconnected("54 02 2006 2401 07f9 00000000 1300fe80 1400 4d00 f32b9532 03000000"
                + "00127a00 f443 00127a00 f443 a3 03 0100 2002 2401"),
        unconnected("d400 0000 01037900 1300fe80 1400 4d00 f32b9532 00127a00 00127a00 0000"),
        connected(0x00790301, 5, "0a 02 2002 2401 0200 0600 0c00 01022001 2401 4c02 91014100 0100"),
        connected(0x80fe0013L, 5, "8a00 0000 0200 0600 0a00 8100 0800 cc00 0000 c400 01000000"),
        connected(0x00790301, 6, "4c 10 910c 50726f6772616d3a4d61696e 9105 4c696e653100 9105 537065656400 2803 0200"),
        connected(0x80fe0013L, 6, "cc00 0000 ca00 0000c03f 000020c0"),
        unconnected("4b 02 2067 2401 07 4d00 01000000 0f00 0100 a2 04 07 89 0a 00"),
        unconnected("cb00 0000 07 4d00 01000000 4f00 0100 0100 feff"),
        hex("0200 0280 0800 787b3a00 01000000 b100 0400 01020304"),
    };

    /** Up to here it is told who a device is; what follows is polled. */
    private static final int IDENTITY_TOLD = 1;

    @Test
    void no_bytes_whatever_break_it() {
        Random random = new Random(7);
        Talk talk = new Talk();
        for (int round = 0; round < 20_000; round++) {
            byte[] message = TALK[random.nextInt(TALK.length)].clone();
            for (int change = random.nextInt(6); change > 0; change--) {
                message[random.nextInt(message.length)] = (byte) random.nextInt();
            }
            talk.say(message, random.nextBoolean() ? Direction.TO_SERVER : Direction.TO_CLIENT);
        }

        assertThat(talk.hear()).hasSizeGreaterThan(20_000).noneMatch(line -> line.contains("decoder_failed"));
    }

    @Test
    void a_poll_that_repeats_allocates_nothing() {
        Sighting at =
                new Sighting().between(Transport.TCP, Address.ipv4(0x0a000001), 1, Address.ipv4(0x0a000002), 44818);
        Sink sink = new Sink((when, what) -> {}, at, SinkOptions.PLAIN);
        Dialogue dialogue = new EtherNetIp().open();
        Cursor cursor = new Cursor();
        repeat(dialogue, cursor, sink, 20_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        repeat(dialogue, cursor, sink, 10_000);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(10_000);
    }

    private static void repeat(Dialogue dialogue, Cursor cursor, Sink sink, int times) {
        for (int i = 0; i < times; i++) {
            for (int part = IDENTITY_TOLD + 1; part < TALK.length; part++) {
                sink.speaking("enip");
                dialogue.message(
                        cursor.wrap(TALK[part], 0, TALK[part].length),
                        part % 2 == 0 ? Direction.TO_SERVER : Direction.TO_CLIENT,
                        sink);
            }
        }
    }
}
