// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/** Which way a message goes: towards the side that serves, or back. */
public enum Direction {
    TO_SERVER,
    TO_CLIENT;

    public Direction back() {
        return this == TO_SERVER ? TO_CLIENT : TO_SERVER;
    }
}
