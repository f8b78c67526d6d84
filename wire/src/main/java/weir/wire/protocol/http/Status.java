// SPDX-License-Identifier: Apache-2.0
package weir.wire.protocol.http;

/** Status codes that say no (RFC 9110, 15.5 and 15.6): their words. */
final class Status {

    private Status() {}

    static String text(int code) {
        return switch (code) {
            case 400 -> "bad_request";
            case 401 -> "unauthorized";
            case 403 -> "forbidden";
            case 404 -> "not_found";
            case 405 -> "method_not_allowed";
            case 406 -> "not_acceptable";
            case 407 -> "proxy_authentication_required";
            case 408 -> "request_timeout";
            case 409 -> "conflict";
            case 410 -> "gone";
            case 411 -> "length_required";
            case 412 -> "precondition_failed";
            case 413 -> "content_too_large";
            case 414 -> "uri_too_long";
            case 415 -> "unsupported_media_type";
            case 416 -> "range_not_satisfiable";
            case 417 -> "expectation_failed";
            case 421 -> "misdirected_request";
            case 422 -> "unprocessable_content";
            case 426 -> "upgrade_required";
            case 429 -> "too_many_requests";
            case 500 -> "internal_server_error";
            case 501 -> "not_implemented";
            case 502 -> "bad_gateway";
            case 503 -> "service_unavailable";
            case 504 -> "gateway_timeout";
            case 505 -> "version_not_supported";
            default -> "";
        };
    }
}
