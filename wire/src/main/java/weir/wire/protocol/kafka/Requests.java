// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.kafka;

import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.AskedObjects;

/**
 * Reads the bodies of requests as far as they name topics, groups and users.
 *
 * <pre>
 * produce       transaction (3) | acknowledgements i16 | timeout u32 | [] topic, [] partition u32, records
 * fetch         replica u32 (0 to 14) | wait u32 | least u32 | most u32 (3) | isolation u8 (4) | session u32, epoch u32 (7)
 *               | [] topic, [] partition u32, epoch u32 (9), offset u64, epoch u32 (12), log u64 (5), most u32
 * list offsets  replica u32 | isolation u8 (2) | [] topic, ...        metadata  [] id (10), topic
 * create topics [] topic, ...                                         delete topics  [] topic
 * handshake     mechanism                                             authenticate  octets
 * API versions  program (3) | version (3)                             those of groups begin with the group
 * </pre>
 */
final class Requests {

    private static final String TOPIC = "topic";

    /** From here on topics are told by identifiers, which say nothing. */
    static final int PRODUCE_BY_IDENTIFIER = 13;

    private static final int FETCH_BY_IDENTIFIER = 13;
    private static final int METADATA_WITH_IDENTIFIER = 10;
    private static final int UUID = 16;

    private final AskedObjects objects;
    private final Body body = new Body();
    private final Cursor response = new Cursor();
    private String mechanism = "";
    private String user = "";
    private String secret = "";
    private boolean asked;

    Requests(AskedObjects objects) {
        this.objects = objects;
    }

    /** Tells a request; gives what was told first. */
    Operation read(Api api, int version, Cursor in, String client, Sink out) {
        objects.begin();
        body.of(in, api.isTagged(version));
        switch (api.told()) {
            case PRODUCE -> produce(api, version, client, out);
            case FETCH -> fetch(api, version, client, out);
            case LIST_OFFSETS -> {
                body.skip(version >= 2 ? 5 : 4);
                first(api, client, out);
            }
            case METADATA -> metadata(api, version, client, out);
            case CREATE_TOPICS -> first(api, client, out);
            case DELETE_TOPICS -> names(api, version, client, out);
            case GROUP -> group(api, client, out);
            case GROUP_BEFORE_4 -> group(api, version < 4, client, out);
            case GROUP_BEFORE_8 -> group(api, version < 8, client, out);
            case SASL_HANDSHAKE -> {
                mechanism = body.text(out);
                ask(out.request(api).space("mechanism").symbol(mechanism).qualifier(client));
            }
            case SASL_AUTHENTICATE -> login(out);
            case API_VERSIONS -> program(version, out);
            case NOTHING -> {}
        }
        Operation first = objects.at(objects.note(), 0);
        if (first != null) {
            return first;
        }
        Operation told = out.request(api).qualifier(client).tell();
        objects.add(told);
        return told;
    }

    boolean ok() {
        return body.ok();
    }

    /** Tells what was begun, unless the body ended early. */
    private void ask(Sink begun) {
        if (body.ok()) {
            objects.add(begun.tell());
        }
    }

    private void topic(Api api, String name, String client, Sink out) {
        ask(out.request(api).space(TOPIC).symbol(name).qualifier(client));
    }

    private void produce(Api api, int version, String client, Sink out) {
        if (version >= PRODUCE_BY_IDENTIFIER) {
            return;
        }
        if (version >= 3) {
            body.skipText();
        }
        body.skip(6);
        for (int i = body.count(); i > 0 && body.ok(); i--) {
            String name = body.text(out);
            for (int partitions = body.count(); partitions > 0 && body.ok(); partitions--) {
                body.skip(4);
                body.skipOctets();
                body.skipTags();
            }
            body.skipTags();
            topic(api, name, client, out);
        }
    }

    private void fetch(Api api, int version, String client, Sink out) {
        if (version >= FETCH_BY_IDENTIFIER) {
            return;
        }
        body.skip(12 + (version >= 3 ? 4 : 0) + (version >= 4 ? 1 : 0) + (version >= 7 ? 8 : 0));
        int partition = 16 + (version >= 5 ? 8 : 0) + (version >= 9 ? 4 : 0) + (version >= 12 ? 4 : 0);
        for (int i = body.count(); i > 0 && body.ok(); i--) {
            String name = body.text(out);
            for (int partitions = body.count(); partitions > 0 && body.ok(); partitions--) {
                body.skip(partition);
                body.skipTags();
            }
            body.skipTags();
            topic(api, name, client, out);
        }
    }

    private void metadata(Api api, int version, String client, Sink out) {
        for (int i = body.count(); i > 0 && body.ok(); i--) {
            body.skip(version >= METADATA_WITH_IDENTIFIER ? UUID : 0);
            String name = body.text(out);
            body.skipTags();
            topic(api, name, client, out);
        }
    }

    /** The first of topics whose further fields are not read. */
    private void first(Api api, String client, Sink out) {
        int count = body.count();
        if (count > 0) {
            String name = body.text(out);
            topic(api, name, client, out);
        }
    }

    private void names(Api api, int version, String client, Sink out) {
        if (version >= 6) {
            return;
        }
        for (int i = body.count(); i > 0 && body.ok(); i--) {
            String name = body.text(out);
            topic(api, name, client, out);
        }
    }

    private void group(Api api, boolean named, String client, Sink out) {
        if (named) {
            group(api, client, out);
        }
    }

    private void group(Api api, String client, Sink out) {
        String name = body.text(out);
        ask(out.request(api).space("group").symbol(name).qualifier(client));
    }

    /** Who a client is, by SASL: of PLAIN (RFC 4616, {@code who, 0, user, 0, password}) the user and the hash. */
    private void login(Sink out) {
        body.octets(response);
        if (!body.ok()) {
            return;
        }
        user = "";
        secret = "";
        int zeros = 0;
        for (int i = 0; i < response.left(); i++) {
            zeros += response.peek(i) == 0 ? 1 : 0;
        }
        boolean plain = mechanism.equals("PLAIN") || mechanism.isEmpty();
        if (plain && zeros == 2) {
            response.skip(until(0));
            response.skip(1);
            user = out.text(response, until(0));
            response.skip(1);
            secret = out.hashed(response, response.left());
        }
        asked = true;
        out.login(out.server(""), user, secret, Outcome.OPEN);
    }

    private int until(int octet) {
        int length = 0;
        while (length < response.left() && response.peek(length) != octet) {
            length++;
        }
        return length;
    }

    /** The answer to who asked to be let in. */
    void answered(int code, Sink out) {
        if (asked) {
            Outcome outcome = code == 0 ? Outcome.DONE : new Outcome(Outcome.Kind.REFUSED, code, Errors.label(code));
            out.login(out.server(""), user, secret, outcome);
            asked = false;
        }
    }

    /** The program that asks says its name. */
    private void program(int version, Sink out) {
        if (version >= 3) {
            String program = body.text(out);
            body.skipText();
            if (body.ok()) {
                out.identity(out.sender(), Attribute.SOFTWARE, program, "ApiVersions", 5);
            }
        }
    }
}
