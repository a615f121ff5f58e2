package io.omnibridge.adapters.http.server;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Runs the next handler once the body is complete, on a thread that may block. A short body is usually complete at once; then the
 * thread that handles the request continues.
 */
final class BodyContinuation implements BodyCompletion {

    /** The handler behind {@link BodyHandler}. */
    @FunctionalInterface
    interface Next {
        boolean handle(Request request, Response response, Callback callback) throws Exception;
    }

    private final Thread handlerThread = Thread.currentThread();

    /** Only {@link #handlerThread} reads and writes it. */
    private boolean hasReturned;

    private final Request request;
    private final Response response;
    private final Callback callback;
    private final Next next;

    BodyContinuation(Request request, Response response, Callback callback, Next next) {
        this.request = request;
        this.response = response;
        this.callback = callback;
        this.next = next;
    }

    /** Notes that {@link #handlerThread} returns to Jetty. From then on it must not block for this request. */
    void handlerReturned() {
        hasReturned = true;
    }

    @Override
    public void read(byte[] body) {
        if (Thread.currentThread().equals(handlerThread) && !hasReturned) {
            proceed(body);
        } else {
            request.getContext().execute(() -> proceed(body));
        }
    }

    @Override
    public void tooLarge() {
        Response.writeError(request, response, callback, HttpStatus.PAYLOAD_TOO_LARGE_413);
    }

    @Override
    public void failed(Throwable failure) {
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
