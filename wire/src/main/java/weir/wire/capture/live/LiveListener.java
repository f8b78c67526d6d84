// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

/** Told, by the thread that asks for frames, of what happens to the interfaces that are listened to. */
public interface LiveListener {

    /** The kernel had no room for frames: they are lost. */
    void dropped(String network, long packets);

    /** An interface is down or was removed; it is tried again every second. */
    void gone(String network, String why);

    /** An interface that was gone is listened to again. */
    void back(String network);
}
