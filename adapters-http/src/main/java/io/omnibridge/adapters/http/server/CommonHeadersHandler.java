package io.omnibridge.adapters.http.server;

import io.omnibridge.adapters.http.metrics.RequestMetrics;
import io.omnibridge.domain.audit.RequestId;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives every request its id, sets the headers that every response has, and records the request in the metrics.
 */
final class CommonHeadersHandler extends Handler.Wrapper {

    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");
    private static final HttpField NO_SNIFF = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");

    private final RequestIds ids;
    private final BooleanSupplier isDraining;
    private final RequestMetrics metrics;
    private final SlowConnectionMonitor slowConnectionMonitor;

    /** @param isDraining whether each connection ends with its next response, because the server is about to stop */
    CommonHeadersHandler(
            RequestIds ids,
            BooleanSupplier isDraining,
            RequestMetrics metrics,
            SlowConnectionMonitor slowConnectionMonitor) {
        this.ids = ids;
        this.isDraining = isDraining;
        this.metrics = metrics;
        this.slowConnectionMonitor = slowConnectionMonitor;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        prepare(request, response);
        return super.handle(request, response, callback);
    }

    /**
     * Sets the common headers and returns the request's id. The first call for a request chooses the id and registers the
     * request for the metrics.
     */
    RequestId prepare(Request request, Response response) {
        RequestId id = (RequestId) request.getAttribute(RequestAttributes.REQUEST_ID);
        if (id == null) {
            id = ids.idFor(request.getHeaders().getValuesList(RequestAttributes.REQUEST_ID_HEADER));
            request.setAttribute(RequestAttributes.REQUEST_ID, id);
            Request.addCompletionListener(request, failure -> completed(request, response));
        }
        HttpFields.Mutable headers = response.getHeaders();
        headers.put(NO_STORE);
        headers.put(NO_SNIFF);
        headers.put(new HttpField(null, RequestAttributes.REQUEST_ID_HEADER, id.value()));
        if (isDraining.getAsBoolean()) {
            headers.put(HttpFields.CONNECTION_CLOSE);
        }
        return id;
    }

    private void completed(Request request, Response response) {
        RefusedRequestLog.log(request, response.getStatus());
        slowConnectionMonitor.requestCompleted(request.getConnectionMetaData());
        metrics.completed(
                (String) request.getAttribute(RequestAttributes.ROUTE),
                request.getMethod(),
                response.getStatus(),
                request.getBeginNanoTime());
    }
}
