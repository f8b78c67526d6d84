// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.channels.ClosedChannelException;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The part of a stream that is in memory: what was not read yet is moved to the front before more is fetched, so a
 * record is always whole and in place. Grows to hold the longest record asked for; the caller bounds that.
 */
final class Chunk {

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final InputStream in;
    private byte[] data;
    private int at;
    private int end;
    private long before;
    private boolean swapped;
    private boolean over;
    private @Nullable String failure;

    Chunk(InputStream in, int size) {
        this.in = in;
        this.data = new byte[size];
    }

    /** Numbers are read highest byte first from now on, or lowest first. */
    void bigEndian(boolean is) {
        swapped = is;
    }

    byte[] data() {
        return data;
    }

    /** Index in {@link #data} of the next byte. */
    int at() {
        return at;
    }

    /** Bytes of the stream before the next one. */
    long position() {
        return before + at;
    }

    /** Bytes in memory that were not read yet. */
    int left() {
        return end - at;
    }

    /** Why the stream ended where it did; null when it just ended. */
    @Nullable
    String failure() {
        return failure;
    }

    /** Whether the next {@code count} bytes are there, fetching them if need be. */
    boolean has(int count) throws IOException {
        return end - at >= count || fetch(count);
    }

    /** Moves behind bytes that are there. */
    void take(int count) {
        at += count;
    }

    /** Moves behind bytes that need not be in memory; false where the stream ends before. */
    boolean skip(long count) throws IOException {
        long left = count;
        while (left > end - at) {
            left -= end - at;
            at = end;
            if (!fetch(1)) {
                return false;
            }
        }
        at += (int) left;
        return true;
    }

    /** Reads no further. */
    void stop() {
        at = end;
        over = true;
    }

    int u8(int distance) {
        return data[at + distance] & 0xff;
    }

    int u16(int distance) {
        short value = (short) SHORT.get(data, at + distance);
        return (swapped ? Short.reverseBytes(value) : value) & 0xffff;
    }

    int i32(int distance) {
        int value = (int) INT.get(data, at + distance);
        return swapped ? Integer.reverseBytes(value) : value;
    }

    long u32(int distance) {
        return i32(distance) & 0xffff_ffffL;
    }

    long i64(int distance) {
        long value = (long) LONG.get(data, at + distance);
        return swapped ? Long.reverseBytes(value) : value;
    }

    private boolean fetch(int count) throws IOException {
        if (over) {
            return false;
        }
        moveToFront(count);
        while (end < count) {
            int read = read();
            if (read < 0) {
                over = true;
                return false;
            }
            end += read;
        }
        return true;
    }

    private void moveToFront(int count) {
        before += at;
        end -= at;
        byte[] from = data;
        if (count > data.length) {
            data = new byte[Math.max(count, 2 * data.length)];
        }
        System.arraycopy(from, at, data, 0, end);
        at = 0;
    }

    private int read() throws IOException {
        try {
            return in.read(data, end, data.length - end);
        } catch (ClosedChannelException | InterruptedIOException stopped) {
            throw stopped;
        } catch (EOFException cut) {
            failure = "the gzip data is cut";
        } catch (ZipException damaged) {
            failure = "the gzip data is damaged (" + damaged.getMessage() + ")";
        } catch (IOException unreadable) {
            failure = "cannot be read (" + unreadable.getMessage() + ")";
        }
        return -1;
    }

    void close() throws IOException {
        stop();
        in.close();
    }
}
