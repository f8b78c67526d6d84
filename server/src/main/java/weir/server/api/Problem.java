// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

/** Why something cannot be answered, as a problem document (RFC 9457): what happened, and what to do. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String detail;

    private Problem(int status, String title, String detail) {
        super(status + " " + title + ": " + detail, null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
    }

    /** The request itself is wrong. */
    public static Problem wrong(String detail) {
        return new Problem(400, "Wrong request", detail);
    }

    public static Problem unknown(String what, String id) {
        return new Problem(404, "Not found", "There is no " + what + " '" + id + "' here; the list of them has all.");
    }

    public static Problem notSignedIn() {
        return new Problem(401, "Not signed in", "Sign in, or send an API token as 'Authorization: Bearer ...'.");
    }

    public static Problem forbidden(String detail) {
        return new Problem(403, "Not allowed", detail);
    }

    /** What is to be changed is not as the one who asks believes. */
    public static Problem conflict(String detail) {
        return new Problem(409, "In the way of another change", detail);
    }

    public static Problem tooLarge(long most) {
        return new Problem(413, "Too large", "At most " + most + " bytes are taken here; send less.");
    }

    public static Problem tooMany(String detail) {
        return new Problem(429, "Too many requests", detail);
    }

    /** Weir cannot now, and the one who asks cannot help it. */
    public static Problem unable(String detail) {
        return new Problem(503, "Not possible now", detail);
    }

    /** A defect of Weir itself; what it was stands in the log under the same number. */
    public static Problem defect(String number) {
        return new Problem(
                500, "A defect of Weir", "Please report it with what the log of the server says of " + number + ".");
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String detail() {
        return detail;
    }
}
