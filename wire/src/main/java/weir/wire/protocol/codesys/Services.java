// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.codesys;

import weir.model.Attribute;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Service;
import weir.model.Subject;
import weir.model.Transfer;
import weir.model.Verb;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Parcel;
import weir.wire.Pending;
import weir.wire.Phrase;
import weir.wire.Sink;
import weir.wire.Vocabulary;

/** The messages of a channel: services, their tags, their results. */
final class Services {

    static final int DEVICE = 1;
    static final int APPLICATION = 2;
    static final int FILES = 8;
    static final int SHELL = 17;

    private static final int LOGIN = 2;
    private static final int SESSION_CREATE = 10;
    private static final int DOWNLOAD = 5;
    private static final int DEVICE_DOWNLOAD = 7;
    private static final int DOWNLOAD_COMPACT = 0x30;
    private static final int DOWNLOAD_ENCRYPTED = 0x34;
    private static final int NORMAL = 0xcd55;
    private static final int SECURE = 0x7557;
    private static final int SECURE_TURNED = 0x5775;
    private static final int ANSWER = 0x80;
    private static final int LEAST_HEADER = 12;

    /** The tag of an answer that says nothing but why not. */
    private static final int ERROR = 0xff7f;

    private static final Vocabulary SERVICES = new Vocabulary("codesys/services", "service_");
    private static final NamedCodes GROUPS = new NamedCodes("codesys/groups", "group_");
    private static final NamedCodes RESULTS = new NamedCodes("codesys/results", "result_");

    private final Tags tags = new Tags();
    private final Files files = new Files();
    private final Phrase phrase = new Phrase();
    private final Cursor content = new Cursor();
    private String user = "";
    private String secret = "";

    /** @param whole whether all of the message is here */
    void read(int channel, boolean whole, Cursor in, Pending pending, Sink out) {
        int protocol = in.u16le();
        if (protocol == SECURE || protocol == SECURE_TURNED) {
            out.notice(NodeService.ENCRYPTED).range("channel", channel, 1).tell();
            return;
        }
        int size = in.u16le();
        int group = in.u16le();
        int command = in.u16le();
        in.skip(4);
        long length = in.u32le();
        in.skip(size - LEAST_HEADER);
        if (protocol != NORMAL || !in.ok() || size < LEAST_HEADER) {
            out.violation(protocol == NORMAL ? "truncated" : "unknown_message", protocol);
            return;
        }
        if (whole && length != in.left()) {
            out.violation("length_mismatch", length);
        }
        in.slice((int) Math.min(length, in.left()), content);
        tags.of(content);
        if (whole && !tags.areWhole()) {
            out.violation("bad_tags", command);
        }
        int bare = group & ANSWER - 1;
        Service service = SERVICES.service(bare << 16 | command);
        long key = (long) channel << 32 | (long) bare << 16 | command;
        if ((group & ANSWER) == 0) {
            request(service, bare, command, key, whole, pending, out);
        } else {
            answer(service, bare, command, key, pending, out);
        }
    }

    private void request(Service service, int group, int command, long key, boolean whole, Pending pending, Sink out) {
        String symbol = symbol(group, command, out);
        Sink sentence = out.request(service).symbol(symbol);
        if (SERVICES.of(service.code()) == null) {
            sentence.qualifier(GROUPS.of(group));
        }
        pending.ask(key, sentence.tell(), out.time(), 0);
        if (group == DEVICE && command == LOGIN) {
            login(out);
        } else if (group == DEVICE && command == SESSION_CREATE) {
            client(out);
        } else if (group == APPLICATION && (command >= DOWNLOAD && command <= DEVICE_DOWNLOAD || isLater(command))) {
            application(symbol, whole, out);
        } else if (group == FILES) {
            files.request(command, symbol, tags, out);
        }
    }

    private static boolean isLater(int command) {
        return command == DOWNLOAD_COMPACT || command == DOWNLOAD_ENCRYPTED;
    }

    /** What a service is about, where it says so by name. */
    private String symbol(int group, int command, Sink out) {
        Cursor name = switch (group) {
            case DEVICE -> command == LOGIN ? tags.find(0x81, 0x10) : tags.find(0x83, 0x41);
            case APPLICATION -> tags.find(0x81, 0x01);
            case FILES -> tags.find(0x01).left() > 0 ? tags.find(0x01) : tags.find(0x0b);
            case SHELL -> tags.find(0x10);
            default -> tags.find(-1);
        };
        return out.text(name, name.left());
    }

    /** User and password; a password that is mixed with a challenge (22: how) is no secret in the clear. */
    private void login(Sink out) {
        Cursor name = tags.find(0x81, 0x10);
        user = out.text(name, name.left());
        Cursor how = tags.find(0x22);
        boolean clear = how.left() == 0 || how.peek(0) == 0;
        Cursor password = tags.find(0x81, 0x11);
        secret = clear ? out.hashed(password, password.left()) : "";
        out.login(out.receiver(""), user, secret, Outcome.OPEN);
    }

    /** Who opens a session: program 41, vendor 42, host 43, version 44. */
    private void client(Sink out) {
        Subject client = out.sender("");
        Cursor program = tags.find(0x83, 0x41);
        phrase.begin().add(program, textLength(program));
        Cursor version = tags.find(0x83, 0x44);
        if (version.left() > 0) {
            phrase.add(' ').add(version, textLength(version));
        }
        out.identity(client, Attribute.SOFTWARE, phrase.take(out), "session create", 5);
        Cursor host = tags.find(0x83, 0x43);
        out.identity(client, Attribute.NAME, out.text(host, host.left()), "session create", 5);
    }

    /** Octets before the NUL. */
    private static int textLength(Cursor text) {
        int length = 0;
        while (text.peek(length) > 0) {
            length++;
        }
        return length;
    }

    private void answer(Service service, int group, int command, long key, Pending pending, Sink out) {
        Operation request = pending.take(key) ? pending.request() : null;
        out.response(service);
        if (request != null) {
            out.like(request).qualifier(request.qualifier()).since(pending.time());
        } else if (SERVICES.of(service.code()) == null) {
            out.qualifier(GROUPS.of(group));
        }
        int result = result(group);
        if (result != 0) {
            out.refused(result, RESULTS.of(result));
        }
        Operation told = out.tell();
        if (group == DEVICE && command == LOGIN && request != null && service.verb() == Verb.AUTHENTICATE) {
            out.login(out.sender(""), user, secret, told.outcome());
        } else if (group == FILES) {
            files.answer(command, result == 0, tags, out);
        }
    }

    private int result(int group) {
        int error = Tags.result(tags.find(ERROR));
        if (error != 0) {
            return error;
        }
        return switch (group) {
            case DEVICE -> Tags.result(tags.find(0x82, 0x20));
            case APPLICATION -> applicationResult();
            case FILES -> {
                int start = Tags.result(tags.find(0x84, 0x08));
                yield start != 0 ? start : Tags.result(tags.find(0x08));
            }
            default -> 0;
        };
    }

    private int applicationResult() {
        int login = Tags.result(tags.find(0x81, 0x10));
        Cursor result = tags.find(0x01);
        return login != 0 ? login : result.left() == 2 ? Tags.result(result) : 0;
    }

    /** The code of an application, as far as it is kept. */
    private void application(String name, boolean whole, Sink out) {
        Parcel parcel = out.parcel(out.receiver(""), "application", name, Transfer.Way.INTO_DEVICE);
        out.part(parcel, content, content.left());
        if (whole) {
            out.complete(parcel);
        } else {
            out.broken(parcel);
        }
    }

    /** Pieces were not seen. */
    void missed() {
        files.missed();
    }
}
