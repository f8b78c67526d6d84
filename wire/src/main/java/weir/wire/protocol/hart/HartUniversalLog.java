// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.hart;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Locale;
import weir.wire.Cursor;
import weir.wire.NamedCodes;
import weir.wire.Row;
import weir.wire.Sink;

/**
 * Universal commands (TS20127) in the words of ICSNPP-HART-IP: its {@code hart_ip_universal_commands} log. Units and
 * makers stand in our words.
 */
final class HartUniversalLog {

    private static final String STATUS = "read_additional_device_status_contents_";
    private static final String VARIABLE = "read_device_variable_response_";
    private static final int LONG_TAG = 32;
    private static final int MESSAGE = 24;
    private static final int TAG = 6;
    private static final int DESCRIPTOR = 12;
    private static final int SLOT = 8;
    private static final int SLOTS = 8;
    private static final int YEARS = 1900;

    private static final NamedCodes CLASSES = new NamedCodes("hart/log-classes", "unknown-");
    private static final NamedCodes PROFILES = new NamedCodes("hart/log-profiles", "unknown-");
    private static final NamedCodes MAKERS = new NamedCodes("hart/manufacturers", "unknown-");
    private static final NamedCodes UNITS = new NamedCodes("hart/units", "unknown-");
    private static final String[] ORDER = {"primary", "secondary", "tertiary", "quaternary"};
    private static final String[] SIGNALS = {
        "BELL 202 CURRENT", "BELL 202 VOLTAGE", "RS 485", "RS 232", "WIRELESS", "unknown-0x5", "SPECIAL", "unknown-0x7"
    };
    private static final String[] QUALITIES = {"Bad", "Poor Accuracy", "Manual / Fixed", "Good"};
    private static final String[] LIMITS = {"Not Limited", "Low Limited", "High Limited", "Constant"};

    /** Bits of one octet, the highest first; what is above them is a number. */
    private static final String[] FLAGS = {
        "c8_psk_in_multi_drop_only", "c8_psk_capable_field_device", "undefined_5", "safehart_capable_field_device",
        "ieee_802_15_4_dsss_o_qpsk_modulation", "protocol_bridge_device", "eeprom_control", "multi_sensor_field_device"
    };

    private static final String[] EXTENDED = {
        "function_check",
        "out_of_specification",
        "failure",
        "critical_power_failure",
        "device_variable_alert",
        "maintenance_required"
    };
    private static final String[] STATUS_0 = {
        "device_configuration_lock",
        "electronic_defect",
        "environmental_conditions_out_of_range",
        "power_supply_conditions_out_of_range",
        "watchdog_reset_executed",
        "volatile_memory_defect",
        "non_volatile_memory_defect",
        "device_variable_simulation_active"
    };
    private static final String[] STATUS_1 = {
        "reserved",
        "battery_or_power_supply_needs_maintenance",
        "event_notification_overflow",
        "discrete_variable_simulation_active",
        "status_simulation_active"
    };
    private static final String[] SATURATED = {
        "quinary_analog", "quaternary_analog", "tertiary_analog", "secondary_analog"
    };
    private static final String[] STATUS_2 = {
        "stale_data_notice",
        "sub_device_with_duplicate_id",
        "sub_device_mismatch",
        "duplicate_master_detected",
        "sub_device_list_changed"
    };
    private static final String[] STATUS_3 = {
        "radio_failure", "block_transfer_pending", "bandwidth_allocation_pending", "reserved", "capacity_denied"
    };

    private final Cursor in;
    private final Row row;

    private HartUniversalLog(Cursor in, Row row) {
        this.in = in;
        this.row = row;
    }

    /** The data of a command, behind response code and device status. */
    static void tell(int command, boolean asks, Cursor data, Sink out) {
        Row row = new Row("hart_ip_universal_commands", out.time())
                .set("proto", out.at().transport().name().toLowerCase(Locale.ROOT));
        int before = row.fields().size();
        HartUniversalLog log = new HartUniversalLog(data, row);
        if (asks) {
            log.request(command);
        } else {
            log.response(command);
        }
        log.written(command, asks);
        if (data.ok() && row.fields().size() > before) {
            out.row(row);
        }
    }

    private void request(int command) {
        switch (command) {
            case 9 -> {
                for (int i = 0; i < SLOTS && in.left() > 0; i++) {
                    row.set("read_device_variable_request_slot" + i + "_device_variable_code", in.u8());
                }
            }
            case 11 -> row.set("read_unique_identifier_tag_request_tag", packed(TAG));
            case 21 -> row.set("read_unique_identifier_long_tag_request_long_tag", Row.octets(in, LONG_TAG));
            default -> {}
        }
    }

    private void response(int command) {
        switch (command) {
            case 0 -> identity("read_unique_identifier_response_");
            case 1 -> value("read_primary_variable_response_primary_variable");
            case 2 -> {
                number("read_loop_current_response_primary_variable_loop_current");
                number("read_loop_current_response_primary_variable_percent_range");
            }
            case 3 -> dynamic("read_dynamic_variable_response_");
            case 7 -> polling("read_loop_configuration_response_");
            case 8 -> {
                for (String which : ORDER) {
                    String field =
                            "read_dynamic_variable_classifications_response_" + which + "_variable_classification";
                    row.set(field, CLASSES.of(in.u8()));
                }
            }
            case 9 -> variables();
            case 11 -> identity("read_unique_identifier_tag_response_");
            case 12 -> row.set("read_message_response_message", packed(MESSAGE));
            case 13 -> tag("read_tag_response_", "descriptor");
            case 14 -> transducer("read_primary_variable_transducer_information_response_p_v_");
            case 16 -> row.set("read_final_assembly_number_response_final_assembly_number", in.u24());
            case 20 -> row.set("read_long_tag_response_long_tag", Row.octets(in, LONG_TAG));
            case 21 -> identity("read_unique_identifier_long_tag_response_");
            default -> {}
        }
    }

    /** Commands whose answer says again what was written. */
    private void written(int command, boolean asks) {
        switch (command) {
            case 6 -> polling("write_polling_address_");
            case 17 -> row.set("write_message_message_string", packed(MESSAGE));
            case 18 -> tag("write_tag_descriptor_date_", "record_keeping_descriptor");
            case 19 -> row.set("write_final_assembly_number_final_assembly_number", in.u24());
            case 22 -> row.set("write_long_tag_long_tag", Row.octets(in, LONG_TAG));
            case 38 -> {
                if (in.left() >= 2) {
                    row.set("reset_configuration_changed_flag_configuration_change_counter", in.u16());
                }
            }
            case 48 -> {
                if (!asks || in.left() > 0) {
                    status();
                }
            }
            default -> {}
        }
    }

    private void identity(String before) {
        row.set(before + "_254", in.u8());
        row.set(before + "expanded_device_type", "unknown-0x" + Integer.toHexString(in.u16()));
        row.set(before + "minimum_preambles_master_slave", in.u8())
                .set(before + "hart_protocol_major_revision", in.u8())
                .set(before + "device_revision_level", in.u8())
                .set(before + "software_revision_level", in.u8());
        int hardware = in.u8();
        String codes = before + "hardware_revision_level_and_physical_signaling_codes_";
        row.set(codes + "hardware_revision_level", hardware >> 3);
        row.set(codes + "physical_signaling_code", SIGNALS[hardware & 7]);
        bits(before + "flags_", FLAGS, in.u8());
        row.set(before + "device_id", in.u24());
        if (in.left() < 10) {
            return;
        }
        row.set(before + "number_preambles_slave_master", in.u8())
                .set(before + "last_device_variable_this", in.u8())
                .set(before + "configuration_change_counter", in.u16());
        bits(before + "extended_field_device_status_", EXTENDED, in.u8());
        row.set(before + "manufacturer_identification_code", maker())
                .set(before + "private_label_distributor_code", maker())
                .set(before + "device_profile", PROFILES.of(in.u8()));
    }

    private String maker() {
        int code = in.u16();
        return MAKERS.has(code) ? MAKERS.of(code).toUpperCase(Locale.ROOT) : MAKERS.of(code);
    }

    private void bits(String before, String[] names, int octet) {
        if (names.length < SLOT) {
            row.set(before + "undefined_bits", octet >> names.length);
        }
        for (int i = 0; i < names.length; i++) {
            row.set(before + names[i], (octet >> names.length - 1 - i & 1) != 0);
        }
    }

    private void number(String field) {
        row.set(field, (double) in.f32());
    }

    private void value(String field) {
        row.set(field + "_units", UNITS.of(in.u8()));
        number(field);
    }

    private void dynamic(String before) {
        number(before + "primary_variable_loop_current");
        for (int i = 0; i < ORDER.length && in.left() >= 5; i++) {
            value(before + ORDER[i] + "_variable");
        }
    }

    private void polling(String before) {
        row.set(before + "polling_address_device", in.u8());
        if (in.left() > 0) {
            int mode = in.u8();
            row.set(before + "loop_current_mode", mode == 0 ? "Disabled" : mode == 1 ? "Enabled" : "unknown-" + mode);
        }
    }

    /** Extended status, then each: code, class, unit u8, value f32, status u8; then the time u32. */
    private void variables() {
        bits(VARIABLE + "extended_field_device_status_", EXTENDED, in.u8());
        for (int i = 0; i < SLOTS && in.left() >= SLOT; i++) {
            String slot = VARIABLE + "slot" + i + "_";
            row.set(slot + "device_variable_code", in.u8())
                    .set(slot + "device_variable_class", CLASSES.of(in.u8()))
                    .set(slot + "units_code", UNITS.of(in.u8()));
            number(slot + "device_variable");
            int state = in.u8();
            String status = slot + "device_variable_status_";
            row.set(status + "process_data_status", QUALITIES[state >> 6 & 3])
                    .set(status + "limit_status", LIMITS[state >> 4 & 3])
                    .set(status + "more_device_variable_status_available", (state & 8) != 0)
                    .set(status + "device_family_specific_status", state & 7);
        }
        if (in.left() >= 4) {
            row.set(VARIABLE + "slot0_time", in.u32());
        }
    }

    private void tag(String before, String descriptor) {
        row.set(before + "tag", packed(TAG)).set(before + descriptor, packed(DESCRIPTOR));
        int day = in.u8();
        int month = in.u8();
        int year = YEARS + in.u8();
        boolean named = month >= 1 && month <= 12;
        String name = named ? Month.of(month).getDisplayName(TextStyle.FULL, Locale.ROOT) : "InvalidMonth";
        row.set(before + "date_code", name + " " + day + ", " + year);
    }

    private void transducer(String before) {
        row.set(before + "transducer_serial_number", in.u24())
                .set(before + "transducer_limits_units", UNITS.of(in.u8()));
        number(before + "upper_transducer_limit");
        number(before + "lower_transducer_limit");
        number(before + "minimum_span");
    }

    private void status() {
        row.set(STATUS + "device_specific_status_0", Row.octets(in, Math.min(6, in.left())));
        if (in.left() < 7) {
            return;
        }
        bits(STATUS + "extended_field_device_status_", EXTENDED, in.u8());
        int mode = in.u8();
        row.set(STATUS + "device_operating_mode", mode == 0 ? "Reserved" : "unknown-0x" + Integer.toHexString(mode));
        bits(STATUS + "standardized_status0_", STATUS_0, in.u8());
        bits(STATUS + "standardized_status1_", STATUS_1, in.u8());
        bits(STATUS + "analog_channel_saturated_", SATURATED, in.u8());
        bits(STATUS + "standardized_status2_", STATUS_2, in.u8());
        bits(STATUS + "standardized_status3_", STATUS_3, in.u8());
        if (in.left() > 0) {
            int channel = in.u8();
            row.set(STATUS + "analog_channel_undefined_bits", channel >> 1);
            row.set(STATUS + "analog_channel_analog_channel", (channel & 1) != 0);
            row.set(STATUS + "device_specific_status_1", Row.octets(in, in.left()));
        }
    }

    /** Four characters of 6 bits in three octets (TS20099, 5.1.1). */
    private String packed(int octets) {
        StringBuilder text = new StringBuilder(octets * 4 / 3);
        for (int i = 0; i < octets; i += 3) {
            int three = in.u24();
            for (int shift = 18; shift >= 0; shift -= 6) {
                int six = three >> shift & 0x3f;
                text.append((char) (six < 0x20 ? six + 0x40 : six));
            }
        }
        return text.toString();
    }
}
