// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.ethercat;

/** The registers of a station by their address (IEC 61158-4-12 clause 6): what reading or writing them is, their names. */
final class Registers {

    static final int STATE_CONTROL = 0x0120;
    static final int STATE = 0x0130;
    static final int EEPROM_CONTROL = 0x0502;
    static final int EEPROM_ADDRESS = 0x0504;
    static final int EEPROM_DATA = 0x0508;
    /** Here begins the memory that stations and master share. */
    static final int MEMORY = 0x1000;

    private Registers() {}

    static EtherCatService service(int address, boolean write) {
        if (address >= MEMORY) {
            return write ? EtherCatService.WRITE_MEMORY : EtherCatService.READ_MEMORY;
        }
        if (address == STATE_CONTROL && write) {
            return EtherCatService.SET_STATE;
        }
        if (address >= STATE && address < STATE + 6 && !write) {
            return EtherCatService.READ_STATE;
        }
        if (address >= 0x0500 && address < 0x0510) {
            return EtherCatService.READ_EEPROM;
        }
        if (address >= 0x0900 && address < 0x0a00) {
            return write ? EtherCatService.SET_CLOCK : EtherCatService.READ_CLOCK;
        }
        if (address >= 0x0300 && address < 0x0314) {
            return write ? EtherCatService.CLEAR_ERROR_COUNTERS : EtherCatService.READ_ERROR_COUNTERS;
        }
        if (write && address >= 0x0010 && address < 0x0014) {
            return EtherCatService.SET_STATION_ADDRESS;
        }
        if (write && (address == 0x0040 || address == 0x0041)) {
            return EtherCatService.RESET;
        }
        return write ? EtherCatService.WRITE_REGISTER : EtherCatService.READ_REGISTER;
    }

    static String name(int address) {
        if (address >= MEMORY) {
            return "memory";
        }
        return switch (address >>> 8) {
            case 0x0 -> address < 0x10 ? "information" : address < 0x20 ? "station_address" : "protection";
            case 0x1 -> first(address);
            case 0x2 -> "interrupts";
            case 0x3 -> "error_counters";
            case 0x4 -> "watchdogs";
            case 0x5 -> address < 0x510 ? "eeprom" : "phy_management";
            case 0x6, 0x7 -> "memory_management_unit";
            case 0x8 -> "sync_manager";
            case 0x9 -> "distributed_clock";
            default -> "register";
        };
    }

    private static String first(int address) {
        if (address < 0x0110) {
            return "link_control";
        }
        if (address < 0x0120) {
            return "link_status";
        }
        if (address < 0x0130) {
            return "state_control";
        }
        return address < 0x0140 ? "state" : "process_interface";
    }
}
