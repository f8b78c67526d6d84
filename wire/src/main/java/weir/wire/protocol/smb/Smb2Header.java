// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.smb;

/** What the header of a message of version 2 says. */
final class Smb2Header {

    int status;
    int command;
    /** Joins a request to its answer. */
    long message;
    /** Connection to a share, in its session; -1 where the message does not say. */
    long tree;
    /** Whether it goes on with what the message before it in the same chain touched. */
    boolean related;
}
