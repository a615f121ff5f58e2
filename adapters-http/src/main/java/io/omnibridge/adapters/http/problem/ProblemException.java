package io.omnibridge.adapters.http.problem;

/** Ends the handling of a request with a problem. It is an expected result, so it has no stack trace. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    public ProblemException(ProblemCode code, String detail) {
        this(new Problem(code, detail));
    }

    /** Returns the problem to respond with. */
    public Problem problem() {
        return problem;
    }
}
