// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import weir.model.Address;
import weir.model.Sighting;
import weir.model.Subject;
import weir.model.Transfer;

final class ParcelTest {

    /** SHA-256 of "abc" (FIPS 180-4, appendix B.1). */
    private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final List<Transfer> told = new ArrayList<>();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final Sink sink =
            new Sink((at, what) -> told.add((Transfer) what), new Sighting(), SinkOptions.PLAIN.keeping(new Contents() {
                @Override
                public void part(Parcel parcel, byte[] data, int offset, int length) {
                    kept.write(data, offset, length);
                }

                @Override
                public void end(Parcel parcel) {}
            }));

    @Test
    void what_passes_in_order_is_hashed_and_kept() {
        Parcel parcel = begin();
        sink.part(parcel, cursor("a"), 1);
        sink.part(parcel, cursor("bc"), 2);
        sink.complete(parcel);
        assertThat(told).extracting(Transfer::state).containsExactly(Transfer.State.STARTED, Transfer.State.COMPLETE);
        assertThat(told.getLast().sha256()).isEqualTo(ABC);
        assertThat(kept.toString(StandardCharsets.UTF_8)).isEqualTo("abc");
    }

    @Test
    void what_passes_twice_counts_once() {
        Parcel parcel = begin();
        sink.part(parcel, 0, cursor("ab"), 2);
        sink.part(parcel, 0, cursor("ab"), 2);
        sink.part(parcel, 1, cursor("bc"), 2);
        sink.complete(parcel);
        assertThat(parcel.bytes()).isEqualTo(3);
        assertThat(told.getLast().sha256()).isEqualTo(ABC);
    }

    @Test
    void what_misses_a_part_has_no_hash() {
        Parcel parcel = begin();
        sink.part(parcel, 0, cursor("a"), 1);
        sink.part(parcel, 2, cursor("c"), 1);
        sink.complete(parcel);
        assertThat(parcel.bytes()).isEqualTo(2);
        assertThat(parcel.whole()).isFalse();
        assertThat(told.getLast().sha256()).isEmpty();
    }

    @Test
    void what_breaks_off_says_so() {
        Parcel parcel = begin();
        sink.broken(parcel);
        assertThat(told.getLast().state()).isEqualTo(Transfer.State.BROKEN);
    }

    private Parcel begin() {
        return sink.parcel(new Subject(Address.ipv4(0x0a00_0001), ""), "file", "a.txt", Transfer.Way.OUT_OF_DEVICE);
    }

    private static Cursor cursor(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Cursor().wrap(bytes, 0, bytes.length);
    }
}
