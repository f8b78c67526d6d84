// SPDX-License-Identifier: Apache-2.0
package weir.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test that asks tshark for a second opinion: says loudly that it did not run where tshark is not installed. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsTshark.Present.class)
public @interface NeedsTshark {

    /** What is said, once a run, where it is absent. */
    String ABSENT = "TSHARK ABSENT: the tests that compare with it DID NOT RUN. Install the package tshark.";

    /** Whether tshark is there. */
    final class Present implements ExecutionCondition {

        private static final AtomicBoolean SAID = new AtomicBoolean();

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                    .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tshark")));
            if (there) {
                return ConditionEvaluationResult.enabled("tshark is there");
            }
            if (!SAID.getAndSet(true)) {
                System.err.println("\n" + "*".repeat(100) + "\n" + ABSENT + "\n" + "*".repeat(100) + "\n");
            }
            return ConditionEvaluationResult.disabled(ABSENT);
        }
    }
}
