// SPDX-License-Identifier: Apache-2.0
package weir.wire;

/** Somebody who counts protocol fields as they stand on the wire: what conformance is measured with. */
@FunctionalInterface
public interface Facts {

    /**
     * @param protocol {@code modbus}
     * @param key {@code fc.request}
     * @param value as tshark prints it
     */
    void fact(String protocol, String key, String value);
}
