// SPDX-License-Identifier: Apache-2.0
package weir.wire.capture.live;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A test on interfaces of its own: runs as root with {@code ip}, and says loudly that it did not where it cannot. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsRoot.Present.class)
@interface NeedsRoot {

    String ABSENT = "NOT ROOT, OR NO ip: the tests of listening DID NOT RUN. Run them as root with iproute2 installed.";

    /** Whether namespaces can be made. */
    final class Present implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            boolean able = System.getProperty("user.name").equals("root")
                    && (Files.exists(Path.of("/usr/sbin/ip")) || Files.exists(Path.of("/sbin/ip")))
                    && Cable.isPossible();
            if (able) {
                return ConditionEvaluationResult.enabled("root");
            }
            System.err.println("\n" + "*".repeat(100) + "\n" + ABSENT + "\n" + "*".repeat(100) + "\n");
            return ConditionEvaluationResult.disabled(ABSENT);
        }
    }
}
