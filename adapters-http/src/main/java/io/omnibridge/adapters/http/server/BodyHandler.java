package io.omnibridge.adapters.http.server;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Reads the whole body before anything else looks at the request. No thread waits for a slow client, and no more than the
 * largest body that is accepted is ever held.
 */
final class BodyHandler extends Handler.Wrapper {

    /** The largest body that is accepted, in bytes. */
    static final int MAX_BYTES = 64 * 1024;

    private final SlowConnectionMonitor slowConnectionMonitor;

    BodyHandler(SlowConnectionMonitor slowConnectionMonitor) {
        this.slowConnectionMonitor = slowConnectionMonitor;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request)) {
            return handleReceived(request, response, callback);
        }
        if (isFaultilyFramed(request)) {
            response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
        } else if (isRefusedUnread(request)) {
            Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        } else {
            Continuation continuation = new Continuation(request, response, callback);
            new BodyReader(request, MAX_BYTES, continuation).run();
            continuation.leave();
        }
        return true;
    }

    private boolean handleReceived(Request request, Response response, Callback callback) throws Exception {
        slowConnectionMonitor.received(request.getConnectionMetaData());
        return super.handle(request, response, callback);
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** RFC 9112 §6.1: HTTP/1.0 knows no transfer codings, so somebody on the way may have read another message. */
    private static boolean isFaultilyFramed(Request request) {
        return request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_1
                && request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Too large to be read even for the sake of the client, or announced by one that waits for leave to send it. */
    private static boolean isRefusedUnread(Request request) {
        return request.getLength() > BodyReader.MAX_DISCARDED
                || (request.getLength() > MAX_BYTES && request.getHeaders().contains(HttpHeader.EXPECT));
    }

    private void proceed(Request request, Response response, Callback callback, byte[] body) {
        request.setAttribute(RequestAttributes.BODY, body);
        try {
            if (!handleReceived(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private static int statusOf(Throwable failure) {
        if (failure instanceof HttpException http) {
            return http.getCode();
        }
        return failure instanceof TimeoutException ? HttpStatus.REQUEST_TIMEOUT_408 : HttpStatus.BAD_REQUEST_400;
    }

    /**
     * Goes on, on a thread that may wait, once the body is there: on the one that handles the request, if the body is there
     * at once, as short ones are.
     */
    private final class Continuation implements BodyReader.Listener {

        private final Thread handling = Thread.currentThread();

        /** Written and read by {@link #handling} alone. */
        private boolean left;

        private final Request request;
        private final Response response;
        private final Callback callback;

        Continuation(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        /** The thread that handles the request returns: when it comes again, it must not wait. */
        void leave() {
            left = true;
        }

        @Override
        public void read(byte[] body) {
            if (Thread.currentThread().equals(handling) && !left) {
                proceed(request, response, callback, body);
            } else {
                request.getContext().execute(() -> proceed(request, response, callback, body));
            }
        }

        @Override
        public void tooLarge() {
            Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
        }

        @Override
        public void failed(Throwable failure) {
            Response.writeError(request, response, callback, statusOf(failure), null, failure);
        }
    }
}
