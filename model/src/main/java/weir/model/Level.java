// SPDX-License-Identifier: Apache-2.0
package weir.model;

/** Level of the Purdue model (ISA-95): how near to the process a device stands. */
public enum Level {
    PROCESS("0", "Process"),
    CONTROL("1", "Basic control"),
    SUPERVISION("2", "Supervisory control"),
    OPERATIONS("3", "Site operations"),
    DMZ("3.5", "Industrial DMZ"),
    ENTERPRISE("4", "Enterprise"),
    INTERNET("5", "Outside"),
    UNKNOWN("?", "Not known");

    private final String number;
    private final String title;

    Level(String number, String title) {
        this.number = number;
        this.title = title;
    }

    /** As people write it: {@code 3.5}; {@code ?} where it is not known. */
    public String number() {
        return number;
    }

    public String title() {
        return title;
    }
}
