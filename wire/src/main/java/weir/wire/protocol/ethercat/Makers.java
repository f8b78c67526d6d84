// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

import weir.wire.Numbered;

/** Makers by the vendor id that the EtherCAT Technology Group gives out, those that plants meet most. */
final class Makers {

    private static final Numbered OTHER = Numbered.hex("vendor ");

    private Makers() {}

    static String of(long id) {
        return switch ((int) id) {
            case 0x002 -> "Beckhoff";
            case 0x01d -> "Festo";
            case 0x021 -> "WAGO";
            case 0x024 -> "Bosch Rexroth";
            case 0x03b -> "Lenze";
            case 0x044 -> "Hilscher";
            case 0x083 -> "Omron";
            case 0x09a -> "Elmo";
            case 0x0ab -> "Copley";
            case 0x0fb -> "maxon";
            case 0x1dd -> "Delta";
            case 0x539 -> "Yaskawa";
            case 0x66f -> "Panasonic";
            default -> OTHER.of(id);
        };
    }
}
