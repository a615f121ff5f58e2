package io.omnibridge.adapters.http.server;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/**
 * Reads the whole body before anything else looks at the request. No thread waits for a slow client, and no more than the
 * largest body that is accepted is ever held.
 */
final class BodyHandler extends Handler.Wrapper {

    /** The largest body that is accepted, in bytes. */
    static final int MAX_BYTES = 64 * 1024;

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() == 0) {
            return super.handle(request, response, callback);
        }
        if (request.getLength() > MAX_BYTES) {
            Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
            return true;
        }
        Content.Source.asByteArrayAsync(request, MAX_BYTES, new Continuation(request, response, callback));
        return true;
    }

    private void proceed(Request request, Response response, Callback callback, byte[] body) {
        request.setAttribute(Attributes.BODY, body);
        try {
            if (!super.handle(request, response, callback)) {
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
        if (failure instanceof TimeoutException) {
            return HttpStatus.REQUEST_TIMEOUT_408;
        }
        return failure instanceof IllegalStateException ? HttpStatus.PAYLOAD_TOO_LARGE_413 : HttpStatus.BAD_REQUEST_400;
    }

    /** Goes on, on a thread that may block, once the body is there. */
    private final class Continuation implements Promise.Invocable<byte[]> {

        private final Request request;
        private final Response response;
        private final Callback callback;

        Continuation(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void succeeded(byte[] body) {
            request.getContext().execute(() -> proceed(request, response, callback, body));
        }

        @Override
        public void failed(Throwable failure) {
            Response.writeError(request, response, callback, statusOf(failure), null, failure);
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }
}
