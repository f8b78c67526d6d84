// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.dcerpc;

/** One call while it is read: what is called, and what its arguments say. One serves all calls of a conversation. */
final class Call {

    final Handles handles = new Handles();
    /** Number of the operation. */
    int operation;
    /** Name of what is touched, or "". */
    String name = "";
    /** A further word of the arguments, or "". */
    String word = "";

    Call begin(int number, String asked) {
        operation = number;
        name = asked;
        word = "";
        return this;
    }
}
