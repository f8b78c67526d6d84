// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import org.jspecify.annotations.Nullable;
import weir.model.Service;
import weir.model.Verb;

/** Services (OPC 10000-4, clause 5) by the nodes of their request and answer in binary encoding (OPC 10000-6, A.3). */
enum UaService implements Service {
    SERVICE_FAULT(397, 397, Verb.OTHER),
    TEST_STACK(410, 413, Verb.DIAGNOSE),
    TEST_STACK_EX(416, 419, Verb.DIAGNOSE),
    FIND_SERVERS(422, 425, Verb.IDENTIFY),
    FIND_SERVERS_ON_NETWORK(12208, 12209, Verb.IDENTIFY),
    GET_ENDPOINTS(428, 431, Verb.IDENTIFY),
    REGISTER_SERVER(437, 440, Verb.CONFIGURE),
    REGISTER_SERVER_2(12211, 12212, Verb.CONFIGURE),
    OPEN_SECURE_CHANNEL(446, 449, Verb.SESSION),
    CLOSE_SECURE_CHANNEL(452, 455, Verb.SESSION),
    CREATE_SESSION(461, 464, Verb.SESSION),
    ACTIVATE_SESSION(467, 470, Verb.AUTHENTICATE),
    CLOSE_SESSION(473, 476, Verb.SESSION),
    CANCEL(479, 482, Verb.SESSION),
    ADD_NODES(488, 491, Verb.CONFIGURE),
    ADD_REFERENCES(494, 497, Verb.CONFIGURE),
    DELETE_NODES(500, 503, Verb.CONFIGURE),
    DELETE_REFERENCES(506, 509, Verb.CONFIGURE),
    BROWSE(527, 530, Verb.READ),
    BROWSE_NEXT(533, 536, Verb.READ),
    TRANSLATE_BROWSE_PATHS(554, 557, Verb.READ),
    REGISTER_NODES(560, 563, Verb.SESSION),
    UNREGISTER_NODES(566, 569, Verb.SESSION),
    QUERY_FIRST(615, 618, Verb.READ),
    QUERY_NEXT(621, 624, Verb.READ),
    READ(631, 634, Verb.READ),
    HISTORY_READ(664, 667, Verb.READ),
    WRITE(673, 676, Verb.WRITE),
    HISTORY_UPDATE(700, 703, Verb.WRITE),
    /** Of a method that {@link Methods} does not know. */
    CALL(712, 715, Verb.CONTROL),
    CREATE_MONITORED_ITEMS(751, 754, Verb.SUBSCRIBE),
    MODIFY_MONITORED_ITEMS(763, 766, Verb.SUBSCRIBE),
    SET_MONITORING_MODE(769, 772, Verb.SUBSCRIBE),
    SET_TRIGGERING(775, 778, Verb.SUBSCRIBE),
    DELETE_MONITORED_ITEMS(781, 784, Verb.SUBSCRIBE),
    CREATE_SUBSCRIPTION(787, 790, Verb.SUBSCRIBE),
    MODIFY_SUBSCRIPTION(793, 796, Verb.SUBSCRIBE),
    SET_PUBLISHING_MODE(799, 802, Verb.SUBSCRIBE),
    PUBLISH(826, 829, Verb.SUBSCRIBE),
    REPUBLISH(832, 835, Verb.SUBSCRIBE),
    TRANSFER_SUBSCRIPTIONS(841, 844, Verb.SUBSCRIBE),
    DELETE_SUBSCRIPTIONS(847, 850, Verb.SUBSCRIBE),
    /** What a client and a server tell each other before there is a channel. */
    HELLO(0, 0, Verb.SESSION),
    /** A server that opens the connection itself says where it may be asked. */
    REVERSE_HELLO(0, 0, Verb.SESSION),
    /** The connection ends for this reason. */
    ERROR(0, 0, Verb.SESSION),
    /** A message whose chunks have begun is given up. */
    ABORT(0, 0, Verb.SESSION),
    /** A message that cannot be read because the channel encrypts. */
    ENCRYPTED(0, 0, Verb.OTHER),
    /** A message that has no service's number, in the clear. */
    UNKNOWN(0, 0, Verb.OTHER);

    private static final int MOST = 12_213;
    private static final @Nullable UaService[] BY_NODE = byNode();

    private final int request;
    private final int response;
    private final Verb verb;

    UaService(int request, int response, Verb verb) {
        this.request = request;
        this.response = response;
        this.verb = verb;
    }

    /** The service whose request or answer has this number; null for others. */
    static @Nullable UaService of(int node) {
        return node <= 0 || node >= MOST ? null : BY_NODE[node];
    }

    boolean isResponse(int node) {
        return node == response;
    }

    @Override
    public int code() {
        return request;
    }

    @Override
    public Verb verb() {
        return verb;
    }

    private static @Nullable UaService[] byNode() {
        @Nullable UaService[] table = new @Nullable UaService[MOST];
        for (UaService service : values()) {
            if (service.request > 0) {
                table[service.request] = service;
                table[service.response] = service;
            }
        }
        return table;
    }
}
