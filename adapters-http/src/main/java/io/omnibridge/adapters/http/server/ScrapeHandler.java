package io.omnibridge.adapters.http.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Handles {@code GET /metrics}; every other path is unknown. */
final class ScrapeHandler extends Handler.Abstract {

    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> scrape;
    private final SlowConnectionMonitor slowConnectionMonitor;

    ScrapeHandler(Supplier<String> scrape, SlowConnectionMonitor slowConnectionMonitor) {
        this.scrape = scrape;
        this.slowConnectionMonitor = slowConnectionMonitor;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Request.addCompletionListener(
                request, failure -> slowConnectionMonitor.requestCompleted(request.getConnectionMetaData()));
        if (Request.getPathInContext(request).equals("/metrics")) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, CONTENT_TYPE);
            byte[] body = scrape.get().getBytes(StandardCharsets.UTF_8);
            response.write(true, ByteBuffer.wrap(body), callback);
        } else {
            response.setStatus(HttpStatus.NOT_FOUND_404);
            callback.succeeded();
        }
        return true;
    }
}
