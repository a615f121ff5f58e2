package io.omnibridge.adapters.http.html;

import io.omnibridge.adapters.http.problem.ProblemCode;

/** Ends the handling of a page's request with a message of its own. It is an expected result, so it has no stack trace. */
public final class PageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final String textKey;

    /** @param textKey of the texts <i>textKey</i>{@code .heading} and <i>textKey</i>{@code .text} */
    public PageException(ProblemCode code, String textKey) {
        super(textKey, null, false, false);
        this.code = code;
        this.textKey = textKey;
    }

    /** Returns the code, which decides the status. */
    public ProblemCode code() {
        return code;
    }

    /** Returns the prefix of the message's keys. */
    public String textKey() {
        return textKey;
    }
}
