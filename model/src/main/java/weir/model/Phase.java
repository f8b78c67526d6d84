// SPDX-License-Identifier: Apache-2.0
package weir.model;

/** Which part of an exchange a message is. */
public enum Phase {
    REQUEST,
    RESPONSE,
    /** Sent without having been asked for, and not answered: a report, an announcement, a cyclic value. */
    NOTICE
}
