// SPDX-License-Identifier: Apache-2.0
package weir.server.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import weir.server.audit.AuditVerdict.Broken;
import weir.store.Kept;
import weir.store.Line;
import weir.store.View;

/** Proves a log of the audit, in the store or in a file written from it; in the same little memory however long. */
public final class AuditVerifier {

    /** Characters of a line of a file: the store keeps none that is longer. */
    private static final int LINE_MOST = 1 << 20;

    private static final int PAGE = 1000;

    private final AuditPublicKey key;

    public AuditVerifier(AuditPublicKey key) {
        this.key = key;
    }

    /** Proves the log in the store. */
    public AuditVerdict verify(View view) throws IOException {
        Proof proof = new Proof(key);
        Optional<Kept> start = view.get(AuditLog.SHELF, AuditLog.START);
        if (start.isPresent()) {
            proof.accept(start.get().body());
        }
        long after = proof.number();
        List<Line> page;
        do {
            page = view.lines(AuditLog.LOG, after, PAGE);
            for (Line line : page) {
                proof.accept(line.body());
                after = line.number();
            }
        } while (page.size() == PAGE);
        Optional<Kept> head = view.get(AuditLog.SHELF, AuditLog.HEAD);
        if (head.isPresent()) {
            proof.accept(head.get().body());
        }
        return proof.end();
    }

    /** Writes the log as a file that {@link #verify(InputStream)} proves. */
    public static void export(View view, Writer to) throws IOException {
        Optional<Kept> start = view.get(AuditLog.SHELF, AuditLog.START);
        if (start.isPresent()) {
            to.append(start.get().body()).append('\n');
        }
        long after = 0;
        List<Line> page;
        do {
            page = view.lines(AuditLog.LOG, after, PAGE);
            for (Line line : page) {
                to.append(line.body()).append('\n');
                after = line.number();
            }
        } while (page.size() == PAGE);
        Optional<Kept> head = view.get(AuditLog.SHELF, AuditLog.HEAD);
        if (head.isPresent()) {
            to.append(head.get().body()).append('\n');
        }
    }

    /** Proves a file: every line ends with one LF, and the last is the signed head. */
    public AuditVerdict verify(InputStream file) throws IOException {
        Proof proof = new Proof(key);
        BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8.newDecoder()));
        StringBuilder line = new StringBuilder();
        try {
            int character = lines.read();
            while (character >= 0) {
                if (character == '\n') {
                    proof.accept(line.toString());
                    line.setLength(0);
                } else if (line.length() < LINE_MOST) {
                    line.append((char) character);
                } else {
                    return new Broken(proof.number() + 1, "the line is longer than any that the server writes");
                }
                character = lines.read();
            }
        } catch (java.nio.charset.CharacterCodingException e) {
            return proof.broken().orElse(new Broken(proof.number() + 1, "is not in UTF-8"));
        }
        if (!line.isEmpty()) {
            return proof.broken().orElse(new Broken(proof.number() + 1, "the last line is cut"));
        }
        return proof.end();
    }
}
