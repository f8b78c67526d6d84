// SPDX-License-Identifier: Apache-2.0
package weir.server.output;

/** What a loss means to somebody who looks at the picture. */
final class Meanings {

    private Meanings() {}

    static String of(String loss) {
        if (loss.startsWith("link_type_")) {
            return "frames of a link type that Weir does not read";
        }
        if (loss.startsWith("malformed_")) {
            return "frames whose headers cannot be right";
        }
        return switch (loss) {
            case "tcp_gap" ->
                "bytes of connections that never reached the sensor: a lossy mirror port, or a cut capture";
            case "unframed" -> "places where no message of the protocol begins: Weir looked on until one did";
            case "mirror_copy" -> "second copies of frames that the mirror port delivered twice; not counted again";
            case "kernel_drop" -> "frames that the kernel had no room for while listening: listen with a larger ring";
            case "interface_down" -> "an interface that was listened to was down or removed for a while";
            case "cut_by_snap_length" -> "frames of which only the beginning was captured: capture with -s 0";
            case "flow_table_full" -> "conversations forgotten early because too many went on at once";
            case "inventory_full" -> "addresses not kept because there are too many";
            case "ledger_full" -> "conversations not kept apart because there are too many";
            default -> "";
        };
    }
}
