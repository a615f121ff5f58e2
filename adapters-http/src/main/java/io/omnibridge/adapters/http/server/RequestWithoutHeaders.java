package io.omnibridge.adapters.http.server;

import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/** A request without some of its header fields. */
final class RequestWithoutHeaders extends Request.Wrapper {

    private final HttpFields headers;

    RequestWithoutHeaders(Request request, Set<String> names) {
        super(request);
        HttpFields.Mutable remaining = HttpFields.build(request.getHeaders());
        names.forEach(remaining::remove);
        this.headers = remaining.asImmutable();
    }

    @Override
    public HttpFields getHeaders() {
        return headers;
    }
}
