package io.omnibridge.adapters.http.server;

import io.omnibridge.domain.audit.RequestId;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.MDC;

/** Adds the request id to every log line that is written while a request is handled (MDC key {@code request_id}). */
final class LogContextHandler extends Handler.Wrapper {

    static final String KEY = "request_id";

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getAttribute(RequestAttributes.REQUEST_ID) instanceof RequestId id) {
            MDC.put(KEY, id.value());
        }
        try {
            return super.handle(request, response, callback);
        } finally {
            MDC.remove(KEY);
        }
    }
}
