// SPDX-License-Identifier: Apache-2.0
package weir.server.api;

import weir.server.identity.Refusal;

/** Why something cannot be answered, as a problem document (RFC 9457): what happened, and what to do. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String title;
    private final String detail;
    private final String step;

    private Problem(int status, String title, String detail) {
        this(status, title, detail, "");
    }

    private Problem(int status, String title, String detail, String step) {
        super(status + " " + title + ": " + detail, null, false, false);
        this.status = status;
        this.title = title;
        this.detail = detail;
        this.step = step;
    }

    /** What somebody asked for is refused, for a reason that they may read. */
    static Problem of(Refusal refusal) {
        String detail = String.valueOf(refusal.getMessage());
        return switch (refusal.sort()) {
            case WRONG -> wrong(detail);
            case ABSENT -> new Problem(404, "Not found", detail);
            case CONFLICT -> conflict(detail);
            case TOO_MANY -> tooMany(detail);
            case UNPROVEN -> forbidden(detail);
            case AWAY -> unable(detail);
        };
    }

    /** A name with a password, or a code, that is not right; which it is stays unsaid. */
    static Problem wrongSecret() {
        return new Problem(401, "Not signed in", "The name, the password or the code is not right.");
    }

    /** The password was right, and a code is wanted with it. */
    static Problem codeWanted() {
        return new Problem(401, "Not signed in", "Send the code of the app as 'code', or a recovery code.", "code");
    }

    /** The sign-in is too long ago for something as grave as this. */
    static Problem proofWanted() {
        return new Problem(
                403,
                "Not allowed",
                "Prove again who you are for this: send the password to /api/v1/session/proof.",
                "proof");
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
        return tooLarge("At most " + most + " bytes are taken here; send less.");
    }

    static Problem tooLarge(String detail) {
        return new Problem(413, "Too large", detail);
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

    /** What is wanted first: {@code code} or {@code proof}; "" for nothing. */
    public String step() {
        return step;
    }
}
