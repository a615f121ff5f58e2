package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.connect.HandleCallbackCommand;
import io.omnibridge.domain.account.ProviderId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the request with which a provider sends a browser back. */
final class CallbackRequest {

    /** Visible ASCII characters (RFC 6749, appendix A.11, without the space). */
    private static final Pattern CODE = Pattern.compile("[\\x21-\\x7E]+");

    private CallbackRequest() {}

    /** @throws PageException if the request is malformed, or names a provider that cannot exist */
    static HandleCallbackCommand command(RequestContext request) {
        Optional<String> state = request.queryParameter("state");
        Optional<String> code = request.queryParameter("code");
        Optional<String> error = request.queryParameter("error");
        boolean wellFormed = state.isPresent()
                && code.isPresent() != error.isPresent()
                && code.stream().allMatch(value -> CODE.matcher(value).matches());
        if (!wellFormed) {
            throw new PageException(ProblemCode.INVALID_REQUEST, "callback.invalid");
        }
        return new HandleCallbackCommand(provider(request), state.get(), code, error, request.queryParameter("iss"));
    }

    private static ProviderId provider(RequestContext request) {
        return request.pathParameter("provider", ProviderId::new).orElseThrow(CallbackRequest::attemptNotPending);
    }

    /** Returns one and the same message for an unknown, an expired and an already used state. */
    static PageException attemptNotPending() {
        return new PageException(ProblemCode.NOT_FOUND, "callback.not-current");
    }
}
