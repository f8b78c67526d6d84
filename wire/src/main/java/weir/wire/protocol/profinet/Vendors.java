// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.profinet;

/** Vendor ids that PROFIBUS and PROFINET International gives out, those that plants meet most. */
final class Vendors {

    private Vendors() {}

    /** "" for one not listed. */
    static String of(int id) {
        return switch (id) {
            case 0x002a -> "Siemens";
            case 0x00b0 -> "Phoenix Contact";
            case 0x0101 -> "SICK";
            case 0x010c -> "HMS";
            case 0x011d -> "WAGO";
            case 0x011e -> "Hilscher";
            case 0x0120 -> "Beckhoff";
            case 0x014d -> "Festo";
            case 0x015a -> "GE Fanuc";
            default -> "";
        };
    }
}
