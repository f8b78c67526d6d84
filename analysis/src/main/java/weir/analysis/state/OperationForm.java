// SPDX-License-Identifier: Apache-2.0
package weir.analysis.state;

import java.io.IOException;
import weir.model.Operation;
import weir.model.Outcome;
import weir.model.Phase;
import weir.model.Service;
import weir.model.Target;
import weir.model.Verb;

/** The written form of an operation. */
public final class OperationForm {

    private OperationForm() {}

    /** The same operation with a service that equals another of the same name, wherever it was made. */
    public static Operation byValue(Operation o) {
        Service service = new Service.Unlisted(
                o.service().name(), o.service().code(), o.service().verb());
        return new Operation(o.protocol(), service, o.phase(), o.target(), o.qualifier(), o.outcome());
    }

    public static void save(StateWriter out, Operation operation) throws IOException {
        out.text(operation.protocol());
        out.text(operation.service().name());
        out.number(operation.service().code());
        out.constant(operation.verb());
        out.constant(operation.phase());
        Target target = operation.target();
        out.text(target.unit());
        out.text(target.space());
        out.number(target.first());
        out.number(target.count());
        out.text(target.symbol());
        out.text(operation.qualifier());
        out.constant(operation.outcome().kind());
        out.number(operation.outcome().code());
        out.text(operation.outcome().label());
    }

    /** With a service that is equal by value. */
    public static Operation load(StateReader in) throws IOException {
        String protocol = in.text();
        Service service = new Service.Unlisted(in.text(), (int) in.number(), in.constant(Verb.class));
        Phase phase = in.constant(Phase.class);
        Target target = new Target(in.text(), in.text(), in.number(), in.number(), in.text());
        String qualifier = in.text();
        Outcome outcome = new Outcome(in.constant(Outcome.Kind.class), (int) in.number(), in.text());
        return new Operation(protocol, service, phase, target, qualifier, outcome);
    }
}
