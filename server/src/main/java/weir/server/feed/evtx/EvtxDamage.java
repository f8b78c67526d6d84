// SPDX-License-Identifier: Apache-2.0
package weir.server.feed.evtx;

/** What can be wrong with a file, by the name under which it is counted. */
enum EvtxDamage {
    HEADER("header damaged"),
    CUT("file cut"),
    CHUNK("chunk damaged"),
    CHECKSUM("checksum wrong"),
    RECORD("record damaged"),
    OUTSIDE("offset outside the chunk"),
    DEEP("record too deep"),
    LONG("record too long"),
    MUCH("chunk says too much"),
    NO_EVENT("record without event");

    private final String text;

    EvtxDamage(String text) {
        this.text = "windows: evtx " + text;
    }

    String text() {
        return text;
    }
}
