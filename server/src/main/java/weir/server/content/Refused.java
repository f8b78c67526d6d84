// SPDX-License-Identifier: Apache-2.0
package weir.server.content;

/** A rule asks for what cannot be judged; the message is counted: {@code rules with the keyword byte_jump}. */
final class Refused extends Exception {

    private static final long serialVersionUID = 1;

    Refused(String why) {
        super(why, null, false, false);
    }
}
