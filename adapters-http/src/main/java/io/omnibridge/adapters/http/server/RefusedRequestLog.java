package io.omnibridge.adapters.http.server;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.domain.audit.RequestId;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * One debug line for each response with a status of 4xx, so that the request id of a response leads to its reason. It names the route
 * and never the path or the query, which may contain a code, a state or an account id.
 */
final class RefusedRequestLog {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedRequestLog.class);

    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private RefusedRequestLog() {}

    static void log(Request request, int status) {
        if (status / 100 != 4
                || !LOG.isDebugEnabled()
                || !(request.getAttribute(RequestAttributes.REQUEST_ID) instanceof RequestId id)) {
            return;
        }
        String before = MDC.get(LogContextHandler.KEY);
        MDC.put(LogContextHandler.KEY, id.value());
        try {
            LOG.debug("{} {} refused: {} {}", method(request), route(request), status, code(request, status));
        } finally {
            restore(before);
        }
    }

    private static void restore(@Nullable String before) {
        if (before == null) {
            MDC.remove(LogContextHandler.KEY);
        } else {
            MDC.put(LogContextHandler.KEY, before);
        }
    }

    /** A method may be any text that the client sent. */
    private static String method(Request request) {
        return METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    }

    private static String route(Request request) {
        return request.getAttribute(RequestAttributes.ROUTE) instanceof String route ? route : "unmatched";
    }

    private static String code(Request request, int status) {
        return request.getAttribute(RequestAttributes.PROBLEM) instanceof ProblemCode code
                ? code.word()
                : ProblemCode.ofStatus(status).word();
    }
}
