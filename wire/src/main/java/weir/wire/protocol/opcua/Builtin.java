// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.opcua;

import weir.wire.Cursor;
import weir.wire.Sink;
import weir.wire.protocol.Spelling;

/**
 * Reads the built-in types that name things (OPC 10000-6, 5.2.2). Texts, octets and arrays stand behind their length
 * i32, -1 for none.
 *
 * <pre>
 * NodeId          0 u8 | 1 namespace u8, u16 | 2 namespace u16, u32 | 3 namespace u16, text | 4 GUID | 5 octets
 * ExpandedNodeId  as NodeId, first octet 0x80: then a namespace text, 0x40: then a server u32
 * QualifiedName   namespace u16 | text
 * LocalizedText   mask u8 | 1: locale text | 2: text
 * DiagnosticInfo  mask u8 | 1, 2, 8, 4: i32 | 0x10: text | 0x20: status u32 | 0x40: another one
 * ExtensionObject NodeId | 0 nothing, 1 octets, 2 text
 * </pre>
 */
final class Builtin {

    /** Octets of the longest name of a node; longer ones are cut. */
    static final int LONGEST = 128;

    private static final int DEEPEST = 8;
    private static final int NAMESPACE_URI = 0x80;
    private static final int SERVER_INDEX = 0x40;

    private final Spelling spelling = new Spelling(Builtin.LONGEST);

    /** Namespace of the node last read. */
    int namespace;

    /** Number of the node last read; -1 where its identifier is no number. */
    long number;

    /** Elements that follow; 0 for none. More than there are octets fail. */
    static int count(Cursor in) {
        int count = in.i32le();
        if (count > in.left()) {
            in.fail();
        }
        return in.ok() ? Math.max(count, 0) : 0;
    }

    String text(Cursor in, Sink out) {
        int length = in.i32le();
        return length <= 0 ? "" : out.text(in, length);
    }

    /** Passes over a text or octets. */
    static void skipText(Cursor in) {
        in.skip(Math.max(0, in.i32le()));
    }

    static void skipTexts(Cursor in) {
        for (int i = count(in); i > 0 && in.ok(); i--) {
            skipText(in);
        }
    }

    /** Lets {@code part} read octets that stand behind their length. */
    static void octets(Cursor in, Cursor part) {
        in.slice(Math.max(0, in.i32le()), part);
    }

    /** {@code i=2258}, {@code ns=2;s=Line1.Speed}, {@code ns=3;g=...}, {@code ns=3;b=...}; empty for no node. */
    String node(Cursor in, Sink out) {
        spell(in, spelling.begin());
        return namespace == 0 && number == 0 ? "" : spelling.text(out);
    }

    /** As {@link #node}, in a text that is being put together. */
    void spell(Cursor in, Spelling text) {
        int form = in.u8();
        identify(in, form & 0x3f, text);
        if ((form & NAMESPACE_URI) != 0) {
            skipText(in);
        }
        if ((form & SERVER_INDEX) != 0) {
            in.skip(4);
        }
    }

    void skipNode(Cursor in) {
        spell(in, spelling.begin());
    }

    private void identify(Cursor in, int form, Spelling text) {
        namespace = switch (form) {
            case 0 -> 0;
            case 1 -> in.u8();
            default -> in.u16le();
        };
        if (namespace != 0) {
            text.put("ns=").put(namespace).put(";");
        }
        number = -1;
        switch (form) {
            case 0 -> number(in.u8(), text);
            case 1 -> number(in.u16le(), text);
            case 2 -> number(in.u32le(), text);
            case 3 -> text.put("s=").put(in, Math.max(0, in.i32le()));
            case 4 -> guid(in, text.put("g="));
            case 5 -> text.put("b=").hex(in, Math.max(0, in.i32le()));
            default -> in.fail();
        }
    }

    private void number(long identifier, Spelling text) {
        number = identifier;
        text.put("i=").put(identifier);
    }

    private static void guid(Cursor in, Spelling text) {
        text.hex(in.u32le(), 4).put("-").hex(in.u16le(), 2).put("-").hex(in.u16le(), 2);
        text.put("-").hex(in, 2).put("-").hex(in, 6);
    }

    /** {@code 2:Speed}; without its namespace where that is 0. */
    String qualifiedName(Cursor in, Sink out) {
        spellName(in, spelling.begin());
        return spelling.text(out);
    }

    static void spellName(Cursor in, Spelling text) {
        int space = in.u16le();
        if (space != 0) {
            text.put(space).put(":");
        }
        text.put(in, Math.max(0, in.i32le()));
    }

    static void skipQualifiedName(Cursor in) {
        in.skip(2);
        skipText(in);
    }

    /** The text, without its locale. */
    String localizedText(Cursor in, Sink out) {
        int mask = in.u8();
        if ((mask & 1) != 0) {
            skipText(in);
        }
        return (mask & 2) != 0 ? text(in, out) : "";
    }

    static void skipLocalizedText(Cursor in) {
        int mask = in.u8();
        if ((mask & 1) != 0) {
            skipText(in);
        }
        if ((mask & 2) != 0) {
            skipText(in);
        }
    }

    static void skipDiagnostic(Cursor in) {
        for (int depth = 0; depth < DEEPEST; depth++) {
            int mask = in.u8();
            in.skip(4 * Integer.bitCount(mask & 0x0f));
            if ((mask & 0x10) != 0) {
                skipText(in);
            }
            in.skip((mask & 0x20) != 0 ? 4 : 0);
            if ((mask & 0x40) == 0) {
                return;
            }
        }
        in.fail();
    }

    static void skipDiagnostics(Cursor in) {
        for (int i = count(in); i > 0 && in.ok(); i--) {
            skipDiagnostic(in);
        }
    }

    /**
     * Lets {@code body} read what an extension object holds, nothing where that is not binary; gives the number of its
     * encoding in namespace 0, or -1.
     */
    long extension(Cursor in, Cursor body) {
        skipNode(in);
        long type = namespace == 0 ? number : -1;
        int form = in.u8();
        if (form == 1) {
            octets(in, body);
            return type;
        }
        if (form == 2) {
            skipText(in);
        } else if (form != 0) {
            in.fail();
        }
        in.slice(0, body);
        return type;
    }
}
