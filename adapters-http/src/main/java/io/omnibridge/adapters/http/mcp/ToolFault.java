package io.omnibridge.adapters.http.mcp;

import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import java.util.Set;

/** A fault of a tool's call that the model or a person can mend. It is an expected result, so it has no stack trace. */
final class ToolFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Problems that end every use of the caller, so that a client has to look for another token. */
    private static final Set<ProblemCode> OF_THE_CALLER = Set.of(ProblemCode.LEASE_ENDED, ProblemCode.LEASE_REQUIRED);

    private final String sentence;

    /** @param sentence what happened and what can be done; it repeats no value */
    ToolFault(String sentence) {
        super(sentence, null, false, false);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Returns what to throw for a problem. */
    static RuntimeException of(Problem problem) {
        return OF_THE_CALLER.contains(problem.code()) ? new ProblemException(problem) : new ToolFault(problem.detail());
    }
}
