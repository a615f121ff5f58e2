package io.omnibridge.adapters.http.server;

import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemWriter;
import io.omnibridge.domain.audit.RequestId;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Responds with a problem document or a page to errors that Jetty detects before a route runs. */
final class ProblemErrorHandler extends ErrorHandler {

    private final CommonHeadersHandler commonHeaders;

    ProblemErrorHandler(CommonHeadersHandler commonHeaders) {
        this.commonHeaders = commonHeaders;
    }

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        RequestId id = commonHeaders.prepare(request, response);
        Problem problem = problem(isClosedByServer(cause) ? ProblemCode.REQUEST_TIMEOUT : ProblemCode.ofStatus(status));
        request.setAttribute(RequestAttributes.PROBLEM, problem.code());
        response.setStatus(problem.code().status());
        problem.headers().forEach(response.getHeaders()::put);
        byte[] body = EarlyErrorPages.of(request, response, problem.code(), id)
                .orElseGet(() -> document(response, problem, id));
        response.write(true, ByteBuffer.wrap(body), callback);
    }

    private static byte[] document(Response response, Problem problem, RequestId id) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemWriter.CONTENT_TYPE);
        return ProblemWriter.toBytes(problem, id.value());
    }

    /**
     * Returns whether {@link SlowConnectionMonitor} closed the connection before the request was complete. If the client closed it
     * or sent malformed data, Jetty throws a subclass.
     */
    private static boolean isClosedByServer(@Nullable Throwable cause) {
        return cause != null && cause.getClass() == EofException.class;
    }

    private static Problem problem(ProblemCode code) {
        return code == ProblemCode.NOT_READY ? Problem.temporary(code, detail(code)) : new Problem(code, detail(code));
    }

    /** Returns a fixed text, because Jetty's own message may repeat parts of the request. */
    private static String detail(ProblemCode code) {
        return switch (code) {
            case REQUEST_TIMEOUT -> "The request did not arrive in time.";
            case CONTENT_TOO_LARGE -> "The body is larger than " + BodyHandler.MAX_BYTES + " bytes.";
            case URI_TOO_LONG -> "The URI is too long.";
            case REQUEST_HEADER_FIELDS_TOO_LARGE -> "The header fields are too large.";
            case EXPECTATION_FAILED -> "The server cannot meet the expectation.";
            case HTTP_VERSION_NOT_SUPPORTED -> "The server supports only HTTP/1.1 and HTTP/1.0.";
            case NOT_READY -> "The server is stopping.";
            case INVALID_REQUEST -> "The request is malformed, or its URI is ambiguous.";
            default -> "The request cannot be processed.";
        };
    }
}
