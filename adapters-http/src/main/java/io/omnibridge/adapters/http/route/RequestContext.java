package io.omnibridge.adapters.http.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.omnibridge.adapters.http.html.HtmlPage;
import io.omnibridge.adapters.http.html.PageContext;
import io.omnibridge.adapters.http.json.JsonBody;
import io.omnibridge.adapters.http.json.JsonPieces;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.server.RequestAttributes;
import io.omnibridge.adapters.support.json.StrictJson;
import io.omnibridge.application.port.CompleteBody;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.audit.RequestId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.function.Function;

/** One HTTP request and its response, as a route sees them. Not thread-safe. */
public final class RequestContext {

    private static final String JSON = "application/json";

    private final Context context;
    private final QueryValues query;

    RequestContext(Context context, QueryValues query) {
        this.context = context;
        this.query = query;
    }

    /** Returns the request id of {@code context}. */
    static RequestId requestId(Context context) {
        return Objects.requireNonNull((RequestId) context.req().getAttribute(RequestAttributes.REQUEST_ID));
    }

    /** Returns the id of the request. */
    public RequestId requestId() {
        return requestId(context);
    }

    /**
     * Returns a path parameter, or empty if it is invalid.
     *
     * @param parser throws {@link InvalidValue} for an invalid value
     */
    public <T> Optional<T> pathParameter(String name, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(context.pathParam(name)));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** Returns the raw value of a query parameter, if the query has it. */
    public Optional<String> queryParameter(String name) {
        return query.first(name);
    }

    /**
     * Returns a query parameter, if the query has it.
     *
     * @param parser throws {@link InvalidValue} for an invalid value
     * @throws ProblemException if the value is invalid
     */
    public <T> Optional<T> queryParameter(String name, Function<String, T> parser) {
        return query.first(name, parser);
    }

    /** Returns the parameters of the query. */
    QueryValues query() {
        return query;
    }

    /**
     * Reads the body as one JSON object.
     *
     * @throws ProblemException if the body is not declared as JSON in UTF-8
     * @throws io.omnibridge.adapters.support.json.MalformedJson if the body is not one JSON object
     */
    ObjectNode jsonBody() {
        return StrictJson.readObject(jsonBytes());
    }

    /**
     * Returns the body.
     *
     * @throws ProblemException if the body is not declared as JSON in UTF-8
     */
    public byte[] jsonBytes() {
        return RequestBodies.json(context.req());
    }

    /** Returns the body as text if it is one JSON object; empty if the request has no body. */
    Optional<String> jsonText() {
        return RequestBodies.jsonText(context.req());
    }

    /**
     * Returns the fields of the form that is the body.
     *
     * @throws ProblemException if the body is not a form in UTF-8, or repeats a field
     */
    public FormFields form() {
        return FormFields.of(context.req());
    }

    /** Returns the servlet's request, for what only one route needs. */
    public HttpServletRequest servletRequest() {
        return context.req();
    }

    /** Responds with status, headers and the body that {@code body} publishes, as fast as the client reads. A complete one is written at once. */
    void respond(int status, Map<String, String> headers, Flow.Publisher<ByteBuffer> body) {
        context.res().setStatus(status);
        context.res().setContentType(null);
        headers.forEach(context.res()::setHeader);
        HeadResponse.begin(context);
        if (body instanceof CompleteBody complete) {
            write(context, List.of(complete.bytes()).iterator());
        } else {
            RelayedBody.relay(context, body);
        }
    }

    /** Responds with a short JSON document. */
    public void respond(int status, JsonBody body) {
        respond(status, JsonPieces.of(body));
    }

    /** Responds with a JSON document of any length. It is written only as fast as the client reads. */
    void respond(int status, JsonPieces body) {
        respond(status, JSON, body);
    }

    /** Responds with {@code body}. */
    public void respond(int status, String contentType, byte[] body) {
        respond(status, contentType, List.of(body).iterator());
    }

    private void respond(int status, String contentType, Iterator<byte[]> body) {
        context.res().setStatus(status);
        context.res().setContentType(contentType);
        write(context, body);
    }

    /**
     * Writes {@code body}, at least one piece, after status and headers have been set. No thread waits for a slow client: a short
     * body is buffered and sent after the handler has returned.
     */
    static void write(Context context, Iterator<byte[]> body) {
        byte[] first = body.next();
        try {
            if (body.hasNext() || first.length >= context.res().getBufferSize()) {
                StreamedResponse.write(context, first, body);
            } else {
                context.res().getOutputStream().write(first);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a buffer cannot fail", e);
        }
    }

    /** Responds to a browser with a page. */
    public void respond(int status, HtmlPage page) {
        PageResponses.respond(context, status, page);
    }

    /** Returns what a page takes from the request. */
    public PageContext page() {
        return PageResponses.page(context);
    }

    /** Redirects a browser to {@code location}, which it requests with GET (303, RFC 9110 §15.4.4). */
    public void redirect(String location) {
        context.res().setContentType(null);
        context.res().setHeader("Location", location);
        context.status(HttpServletResponse.SC_SEE_OTHER);
    }

    /** Responds that the message was accepted, without a body (202, RFC 9110 §15.3.3). */
    public void respondAccepted() {
        context.res().setContentType(null);
        context.status(HttpServletResponse.SC_ACCEPTED);
    }

    /** Responds without a body (204, RFC 9110 §15.3.5). */
    void respondNoContent() {
        context.res().setContentType(null);
        context.status(HttpServletResponse.SC_NO_CONTENT);
    }

    /** Sets a response header. */
    public void header(String name, String value) {
        context.header(name, value);
    }

    /** Adds a response header beside others of that name. */
    public void addHeader(String name, String value) {
        context.res().addHeader(name, value);
    }
}
