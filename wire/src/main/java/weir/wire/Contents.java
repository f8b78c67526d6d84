// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/** Somebody who keeps what files and blocks consist of. */
public interface Contents {

    /** Nobody does. */
    Contents NONE = new Contents() {
        @Override
        public void part(Parcel parcel, byte[] data, int offset, int length) {}

        @Override
        public void end(Parcel parcel) {}
    };

    /** The next bytes of it; they stay the caller's. */
    void part(Parcel parcel, byte[] data, int offset, int length);

    /** Nothing more comes of it; {@link Parcel#whole} says whether that is all. */
    void end(Parcel parcel);
}
