package io.omnibridge.adapters.http.server;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * What follows the reading of a body: the next handler, on a thread that may block, or an error. A short body is usually complete at
 * once; then the thread that handles the request continues. Exactly one of {@link #read}, {@link #tooLarge} and {@link #failed} is
 * called, once: on the thread that called {@link BodyReader#run()} before it returns, or on a thread that must not block.
 */
final class BodyContinuation {

    private final Thread handlerThread = Thread.currentThread();

    /** Only {@link #handlerThread} reads and writes it. */
    private boolean hasReturned;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Request.Handler next;

    BodyContinuation(Request request, Response response, Callback callback, Request.Handler next) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.next = next;
    }

    /** Notes that {@link #handlerThread} returns to Jetty. From then on it must not block for this request. */
    void handlerReturned() {
        hasReturned = true;
    }

    void read(byte[] body) {
        if (Thread.currentThread().equals(handlerThread) && !hasReturned) {
            proceed(body);
        } else {
            request.getContext().execute(() -> proceed(body));
        }
    }

    void tooLarge() {
        Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
    }

    void failed(Throwable failure) {
        if (failure instanceof Error error) {
            ErrorsOutsideRoutes.respond(request, response, callback, error);
        } else {
            Response.writeError(request, response, callback, statusOf(failure), null, failure);
        }
    }

    private void proceed(byte[] body) {
        request.setAttribute(RequestAttributes.BODY, body);
        try {
            if (!next.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        } catch (Error e) {
            ErrorsOutsideRoutes.respond(request, response, callback, e);
        }
    }

    private static int statusOf(Throwable failure) {
        if (failure instanceof HttpException http) {
            return http.getCode();
        }
        return failure instanceof TimeoutException ? HttpStatus.REQUEST_TIMEOUT_408 : HttpStatus.BAD_REQUEST_400;
    }
}
