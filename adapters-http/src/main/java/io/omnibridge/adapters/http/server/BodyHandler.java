package io.omnibridge.adapters.http.server;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads the whole body before the next handler runs. No thread waits for a slow client, and at most {@link #MAX_BYTES} of a body
 * are kept in memory.
 */
final class BodyHandler extends Handler.Wrapper {

    /** Maximum size of a body, in bytes. */
    static final int MAX_BYTES = 64 * 1024;

    private final SlowConnectionMonitor slowConnectionMonitor;

    BodyHandler(SlowConnectionMonitor slowConnectionMonitor) {
        this.slowConnectionMonitor = slowConnectionMonitor;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request)) {
            return handleComplete(request, response, callback);
        }
        if (isAmbiguouslyFramed(request)) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
        } else if (isRejectedUnread(request)) {
            Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        } else {
            BodyContinuation continuation = new BodyContinuation(request, response, callback, this::handleComplete);
            new BodyReader(request, continuation).run();
            continuation.handlerReturned();
        }
        return true;
    }

    private boolean handleComplete(Request request, Response response, Callback callback) throws Exception {
        ConnectionMetaData connection = request.getConnectionMetaData();
        Runnable clientWaits = () -> slowConnectionMonitor.requestReceived(connection);
        clientWaits.run();
        request.setAttribute(RequestAttributes.CLIENT_WAITS, clientWaits);
        return super.handle(request, response, callback);
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Returns whether the message uses a transfer coding in HTTP/1.0. An intermediary may frame it differently (RFC 9112 §6.1). */
    private static boolean isAmbiguouslyFramed(Request request) {
        return request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1
                && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Returns whether the body is far too large, or too large and the client waits for 100 (Continue) before it sends it. */
    private static boolean isRejectedUnread(Request request) {
        return request.getLength() > BodyReader.MAX_DISCARDED_BYTES
                || (request.getLength() > MAX_BYTES && request.getHeaders().contains(HttpHeader.EXPECT));
    }
}
