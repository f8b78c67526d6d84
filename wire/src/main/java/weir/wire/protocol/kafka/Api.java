// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kafka;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;
import weir.wire.Rows;

/**
 * One kind of request, as {@code api_keys.tsv} lists it.
 *
 * @param taggedFrom first version with tagged fields
 * @param lastVersion the last one known; a newer one may come
 * @param told what is told of its body
 * @param throttledFrom first version whose answer begins with a time
 * @param error where the error of an answer stands
 * @param errorUntil last version where it stands there
 */
record Api(
        String name,
        int code,
        Verb verb,
        int taggedFrom,
        int lastVersion,
        Told told,
        int throttledFrom,
        Error error,
        int errorUntil)
        implements Service {

    /** What of a request's body is told. */
    enum Told {
        NOTHING,
        GROUP,
        GROUP_BEFORE_4,
        GROUP_BEFORE_8,
        PRODUCE,
        FETCH,
        LIST_OFFSETS,
        METADATA,
        CREATE_TOPICS,
        DELETE_TOPICS,
        SASL_HANDSHAKE,
        SASL_AUTHENTICATE,
        API_VERSIONS
    }

    /** Where the error of an answer stands, behind the time; of several, the first is read. */
    enum Error {
        UNREAD,
        FIRST,
        /** In front of each element of an array. */
        EACH,
        /** Behind the name in front of each element of an array. */
        NAMED,
        /** Of each partition, in an array in an array of topics. */
        NESTED
    }

    private static final int FETCH = 1;
    private static final int FETCH_WITH_ERROR = 7;
    private static final int API_VERSIONS = 18;
    private static final int NEVER = Integer.MAX_VALUE;

    private static final Api[] ALL =
            Rows.of("kafka/api_keys").stream().map(Api::parse).toArray(Api[]::new);

    /** Null for a key that there is none of. */
    static @Nullable Api of(int key) {
        return key < 0 || key >= ALL.length ? null : ALL[key];
    }

    private static Api parse(String[] cells) {
        return new Api(
                cells[1],
                Integer.parseInt(cells[0]),
                Verb.valueOf(cells[2]),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                Told.valueOf(cells[5]),
                version(cells[6]),
                Error.valueOf(cells[7]),
                version(cells[8]));
    }

    private static int version(String cell) {
        return cell.equals("-") ? NEVER : Integer.parseInt(cell);
    }

    boolean isTagged(int version) {
        return version >= taggedFrom;
    }

    /** Whether the header of an answer has tagged fields; whoever asks for the versions may not know of them yet. */
    boolean isAnswerTagged(int version) {
        return isTagged(version) && code != API_VERSIONS;
    }

    Error error(int version) {
        return version > errorUntil || code == FETCH && version < FETCH_WITH_ERROR ? Error.UNREAD : error;
    }
}
