// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test of the real captures: runs where the {@link Corpus} is, and says loudly that it did not where it is not. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsCorpus.Present.class)
public @interface NeedsCorpus {

    /** What is said, once a run, where the corpus is absent. */
    String ABSENT = "CORPUS ABSENT: the tests of real captures DID NOT RUN. Set WEIR_CORPUS to the folder that holds"
            + " MANIFEST.tsv, or put it at ../shared/corpus beside the checkout.";

    /** Whether the corpus is there. */
    final class Present implements ExecutionCondition {

        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Corpus.root().isPresent()) {
                return ConditionEvaluationResult.enabled("the corpus is there");
            }
            if (!SAID.getAndSet(true)) {
                System.err.println("\n" + "*".repeat(100) + "\n" + ABSENT + "\n" + "*".repeat(100) + "\n");
            }
            return ConditionEvaluationResult.disabled(ABSENT);
        }
    }
}
