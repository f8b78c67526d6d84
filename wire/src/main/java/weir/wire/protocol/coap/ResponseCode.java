// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.coap;

/** What the code of an answer means: class, 3 bits, and detail, 5 bits (RFC 7252 clause 12.1.2 and its updates). */
final class ResponseCode {

    private ResponseCode() {}

    /** Whether it answers at all. */
    static boolean isKnown(int code) {
        return code >> 5 == 2
                ? code >= 65 && code <= 69 || code == 95
                : !label(code).isEmpty();
    }

    static boolean isDone(int code) {
        return code >> 5 == 2;
    }

    /** As people write it: 404 for 4.04. */
    static int number(int code) {
        return (code >> 5) * 100 + (code & 31);
    }

    /** Name of a refusal; "" for none. */
    static String label(int code) {
        return switch (code) {
            case 128 -> "bad_request";
            case 129 -> "unauthorized";
            case 130 -> "bad_option";
            case 131 -> "forbidden";
            case 132 -> "not_found";
            case 133 -> "method_not_allowed";
            case 134 -> "not_acceptable";
            case 136 -> "request_entity_incomplete";
            case 137 -> "conflict";
            case 140 -> "precondition_failed";
            case 141 -> "request_entity_too_large";
            case 143 -> "unsupported_content_format";
            case 150 -> "unprocessable_entity";
            case 157 -> "too_many_requests";
            case 160 -> "internal_server_error";
            case 161 -> "not_implemented";
            case 162 -> "bad_gateway";
            case 163 -> "service_unavailable";
            case 164 -> "gateway_timeout";
            case 165 -> "proxying_not_supported";
            case 168 -> "hop_limit_reached";
            default -> "";
        };
    }
}
