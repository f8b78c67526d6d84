// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.cip;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import weir.model.Operation;
import weir.wire.Cursor;
import weir.wire.Sink;

/** What is remembered of one request so that its answer can be read. Made once and used again for others. */
final class Exchange {

    /** Octets of paths that are remembered. */
    private static final int LONGEST_PATHS = 512;

    private static final byte[] NO_PATHS = {};

    /** Joins it to its answer. */
    long key;

    boolean waiting;
    /** When it was seen, nanoseconds. */
    long asked;

    /** What was told of it; null for one that only carries others. */
    @Nullable
    Operation operation;

    int service;
    int classId;
    long instance;
    long attribute;
    String unit = "";
    /** Sent on by a connection manager, so the answer may be that manager's. */
    boolean wrapped;
    /** Offset of the first octet wanted, where a value is read in pieces. */
    long offset;

    /** Connection that is opened or closed: its serial number, vendor and originator in one number. */
    long triad;
    /** Type of the data table file that is read; 0 for none. */
    int fileType;

    /** Where in the kept paths that of the connection begins. */
    private int connectionPath;

    /** Number of the first of the services that it carries, and how many; see {@link Exchanges#part}. */
    long firstPart;

    int parts;
    private byte[] paths = NO_PATHS;
    private int pathsLength;

    Exchange begin(long aKey, long time, String behind) {
        key = aKey;
        waiting = true;
        asked = time;
        unit = behind;
        operation = null;
        service = -1;
        classId = ObjectClasses.UNKNOWN;
        instance = -1;
        attribute = -1;
        wrapped = false;
        offset = 0;
        triad = 0;
        fileType = 0;
        connectionPath = 0;
        parts = 0;
        pathsLength = 0;
        return this;
    }

    /** What it asks for, and of whom. */
    void wants(int code, Path path) {
        service = code;
        classId = path.classId();
        instance = path.instance();
        attribute = path.attribute();
    }

    /** Nothing of the request could be told. */
    boolean isEmpty() {
        return operation == null && parts == 0;
    }

    /** Keeps a path for {@link #countPaths}, behind those already kept. */
    void keepPath(Cursor path, Sink out) {
        if (out.counting()) {
            keepPath(path.bytes(), path.offset(), path.left());
        }
    }

    private void keepPath(byte[] from, int offset, int length) {
        if (pathsLength + length <= LONGEST_PATHS) {
            paths = pathsLength + length > paths.length ? Arrays.copyOf(paths, pathsLength + length) : paths;
            System.arraycopy(from, offset, paths, pathsLength, length);
            pathsLength += length;
        }
    }

    /** Counts the fields of the paths of the request once more, for the answer that does not repeat them. */
    void countPaths(Path reader, Cursor cursor, Sink out) {
        if (out.counting()) {
            reader.read(cursor.wrap(paths, 0, pathsLength), out);
        }
    }

    /** Marks that the path kept next is that of a connection. */
    void beginConnectionPath() {
        connectionPath = pathsLength;
    }

    byte[] connectionPath() {
        return Arrays.copyOfRange(paths, connectionPath, pathsLength);
    }
}
