// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

/** Why the transfer of an object was given up (CiA 301, table of SDO abort codes). */
final class SdoAborts {

    private SdoAborts() {}

    static String name(int code) {
        return switch (code) {
            case 0x0503_0000 -> "toggle_not_alternated";
            case 0x0504_0000 -> "timed_out";
            case 0x0504_0001 -> "command_not_valid";
            case 0x0504_0005 -> "out_of_memory";
            case 0x0601_0000 -> "unsupported_access";
            case 0x0601_0001 -> "write_only";
            case 0x0601_0002 -> "read_only";
            case 0x0601_0003 -> "subindex_not_writable";
            case 0x0602_0000 -> "no_such_object";
            case 0x0604_0041 -> "not_mappable";
            case 0x0604_0042 -> "mapping_too_long";
            case 0x0604_0043 -> "parameter_incompatible";
            case 0x0606_0000 -> "hardware_error";
            case 0x0607_0010, 0x0607_0012, 0x0607_0013 -> "wrong_length";
            case 0x0609_0011 -> "no_such_subindex";
            case 0x0609_0030, 0x0609_0031, 0x0609_0032 -> "value_out_of_range";
            case 0x0800_0000 -> "general_error";
            case 0x0800_0020 -> "cannot_be_stored";
            case 0x0800_0021 -> "local_control";
            case 0x0800_0022 -> "wrong_state";
            default -> "unknown_abort";
        };
    }
}
