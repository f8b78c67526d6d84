// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.server.audit.AuditVerdict.Broken;
import weir.server.audit.AuditVerdict.Whole;
import weir.server.json.FlatObject;

/** A proof under way: lines in their order, and where the chain stands after them. */
final class Proof {

    private static final String SEAL = "{\"seal\":";

    private final AuditPublicKey key;
    private long first = 1;
    private long number;
    private String hash = Chain.BEGINNING;
    private long checkpoints;
    private String at = "";
    private boolean any;
    private boolean closed;
    private @Nullable Broken broken;

    Proof(AuditPublicKey key) {
        this.key = key;
    }

    long number() {
        return number;
    }

    Optional<Broken> broken() {
        return Optional.ofNullable(broken);
    }

    void accept(String line) {
        if (broken != null) {
            return;
        }
        try {
            if (closed) {
                wrong("stands after the signed head");
            } else if (line.startsWith(SEAL)) {
                seal(line);
            } else {
                entry(line);
            }
        } catch (IOException unreadable) {
            wrong("cannot be read: " + unreadable.getMessage());
        }
        any = true;
    }

    private void seal(String line) throws IOException {
        Seal seal = Seal.read("the seal", line);
        boolean start = seal.sort().equals(AuditLog.START) && !any;
        if (!line.equals(seal.written()) || !start && !seal.sort().equals(AuditLog.HEAD)) {
            wrong("is no seal of the server");
        } else if (!seal.signedBy(key)) {
            wrong("the signature is not of the key " + key.fingerprint());
        } else if (start) {
            number = seal.number();
            first = number + 1;
            hash = seal.hash();
        } else if (seal.number() != number) {
            wrong("entries are gone: the signed head is entry " + seal.number() + ", the log ends with " + number);
        } else if (!seal.hash().equals(hash)) {
            number--;
            wrong("is not the one that was signed as head");
        } else {
            closed = true;
            at = seal.at();
        }
    }

    private void entry(String line) throws IOException {
        if (!Chain.follows(line, hash)) {
            wrong("does not match its hash: it, or the one before, is not as it was written");
            return;
        }
        FlatObject entry = FlatObject.read("the entry", line);
        if (entry.number("number") != number + 1) {
            wrong("has the number " + entry.number("number"));
            return;
        }
        if (entry.optional("seal").isPresent() && !checkpoint(line)) {
            wrong("the checkpoint is not signed by the key " + key.fingerprint());
            return;
        }
        number++;
        hash = Chain.hash(line);
    }

    private boolean checkpoint(String line) throws IOException {
        Seal seal = Seal.read("the checkpoint", line);
        checkpoints++;
        return seal.sort().equals("checkpoint")
                && seal.number() == number
                && seal.hash().equals(hash)
                && seal.signedBy(key);
    }

    private void wrong(String why) {
        broken = new Broken(number + 1, why);
    }

    AuditVerdict end() {
        if (broken != null) {
            return broken;
        }
        return closed
                ? new Whole(first, number, checkpoints, at)
                : new Broken(number + 1, "the signed head is missing: entries may be gone from the end");
    }
}
