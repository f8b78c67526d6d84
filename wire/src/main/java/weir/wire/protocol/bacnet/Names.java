// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.bacnet;

import weir.wire.NamedCodes;
import weir.wire.Numbered;

/** Words for the numbers of BACnet (ANSI/ASHRAE 135 clause 21; vendors as ASHRAE assigns them). */
final class Names {

    static final NamedCodes OBJECT_TYPES = NamedCodes.decimal("bacnet/object-types", "object-type ");
    static final NamedCodes PROPERTIES = NamedCodes.decimal("bacnet/properties", "property ");
    static final NamedCodes ERRORS = NamedCodes.decimal("bacnet/error-codes", "error ");
    static final NamedCodes VENDORS = NamedCodes.decimal("bacnet/vendors", "vendor ");

    static final Numbered PRIORITY = new Numbered("priority ");

    private static final Numbered REJECTED = new Numbered("reject ");
    private static final Numbered ABORTED = new Numbered("abort ");
    private static final Numbered OTHERS = new Numbered("");

    /** Clause 18.8. */
    private static final String[] REJECT = {
        "reject other",
        "reject buffer-overflow",
        "reject inconsistent-parameters",
        "reject invalid-parameter-data-type",
        "reject invalid-tag",
        "reject missing-required-parameter",
        "reject parameter-out-of-range",
        "reject too-many-arguments",
        "reject undefined-enumeration",
        "reject unrecognized-service"
    };

    /** Clause 18.9. */
    private static final String[] ABORT = {
        "abort other",
        "abort buffer-overflow",
        "abort invalid-apdu-in-this-state",
        "abort preempted-by-higher-priority-task",
        "abort segmentation-not-supported",
        "abort security-error",
        "abort insufficient-security",
        "abort window-size-out-of-range",
        "abort application-exceeded-reply-time",
        "abort out-of-resources",
        "abort tsm-timeout",
        "abort apdu-too-long"
    };

    private static final String[] EVENT_STATES = {
        "normal", "fault", "offnormal", "high-limit", "low-limit", "life-safety-alarm"
    };

    private static final String[] EVENT_TYPES = {
        "change-of-bitstring",
        "change-of-state",
        "change-of-value",
        "command-failure",
        "floating-limit",
        "out-of-range",
        "complex-event-type",
        "buffer-ready-old",
        "change-of-life-safety",
        "extended",
        "buffer-ready",
        "unsigned-range",
        "12",
        "access-event",
        "double-out-of-range",
        "signed-out-of-range",
        "unsigned-out-of-range",
        "change-of-characterstring",
        "change-of-status-flags",
        "change-of-reliability",
        "none",
        "change-of-discrete-value",
        "change-of-timer"
    };

    private static final String[] REINITIALIZED = {
        "coldstart",
        "warmstart",
        "start-backup",
        "end-backup",
        "start-restore",
        "end-restore",
        "abort-restore",
        "activate-changes"
    };

    private static final String[] COMMUNICATION = {"enable", "disable", "disable-initiation"};

    private static final String[] LIFE_SAFETY = {
        "none",
        "silence",
        "silence-audible",
        "silence-visual",
        "reset",
        "reset-alarm",
        "reset-fault",
        "unsilence",
        "unsilence-audible",
        "unsilence-visual"
    };

    private static final String[] SYSTEM_STATES = {
        "operational",
        "operational-read-only",
        "download-required",
        "download-in-progress",
        "non-operational",
        "backup-in-progress"
    };

    private Names() {}

    static String rejection(int reason) {
        return reason < REJECT.length ? REJECT[reason] : REJECTED.of(reason);
    }

    static String aborting(int reason) {
        return reason < ABORT.length ? ABORT[reason] : ABORTED.of(reason);
    }

    static String eventState(long state) {
        return in(EVENT_STATES, state);
    }

    static String eventType(long type) {
        return in(EVENT_TYPES, type);
    }

    static String reinitialized(long state) {
        return in(REINITIALIZED, state);
    }

    static String communication(long state) {
        return in(COMMUNICATION, state);
    }

    static String lifeSafety(long operation) {
        return in(LIFE_SAFETY, operation);
    }

    static String systemState(long state) {
        return in(SYSTEM_STATES, state);
    }

    private static String in(String[] words, long number) {
        return number >= 0 && number < words.length ? words[(int) number] : OTHERS.of(number);
    }
}
