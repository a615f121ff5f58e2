package io.omnibridge.adapters.http.route;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.omnibridge.adapters.http.json.JsonPieces;
import io.omnibridge.adapters.http.json.JsonWriter;
import io.omnibridge.adapters.http.json.StrictJson;
import io.omnibridge.adapters.http.page.Page;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.server.RequestAttributes;
import io.omnibridge.domain.audit.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One request and its answer, as the routes see it: what was asked, checked and in plain types. */
public final class RequestContext {

    private static final String JSON = "application/json";

    private final Context context;
    private final Map<String, String> query;

    RequestContext(Context context, Map<String, String> query) {
        this.context = context;
        this.query = query;
    }

    /** The id of the request that {@code context} is about. */
    static RequestId requestId(Context context) {
        return Objects.requireNonNull((RequestId) context.req().getAttribute(RequestAttributes.REQUEST_ID));
    }

    public RequestId requestId() {
        return requestId(context);
    }

    public String pathParameter(String name) {
        return context.pathParam(name);
    }

    public Optional<String> queryParameter(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /**
     * The body, one JSON object.
     *
     * @throws ProblemException if it is not declared as JSON in UTF-8
     * @throws io.omnibridge.adapters.http.json.MalformedJson if it is not one
     */
    public ObjectNode jsonBody() {
        if (!MediaTypes.isPlainJson(context.req())) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE, "The body has to be application/json, in UTF-8, not encoded.");
        }
        byte[] body = (byte[]) context.req().getAttribute(RequestAttributes.BODY);
        return StrictJson.readObject(body == null ? new byte[0] : body);
    }

    /** Answers with JSON in one part. */
    public void respond(int status, JsonWriter.Body body) {
        respond(status, JsonPieces.of(body));
    }

    /** Answers with JSON, however long; no more of it is written than the client takes. */
    public void respond(int status, JsonPieces body) {
        respond(status, JSON, body);
    }

    /** Answers with bytes that are there already. */
    public void respond(int status, String contentType, byte[] body) {
        respond(status, contentType, List.of(body).iterator());
    }

    private void respond(int status, String contentType, Iterator<byte[]> body) {
        context.res().setStatus(status);
        context.res().setContentType(contentType);
        write(context, body);
    }

    /**
     * Writes {@code body}, at least one piece; status and headers have been set. No thread waits for a client that is slow
     * to take it: what is short is buffered, and sent once the request has been handled.
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

    /** Answers a person. */
    void respond(int status, Page page) {
        HtmlResponses.respond(context, status, page);
    }

    /** Sends a browser on to {@code location} by another request (RFC 9110 §15.4.4). */
    void redirect(String location) {
        context.res().setContentType(null);
        context.res().setHeader("Location", location);
        context.status(HttpServletResponse.SC_SEE_OTHER);
    }

    /** Answers that there is nothing more to say (RFC 9110 §15.3.5). */
    public void respondNoContent() {
        context.res().setContentType(null);
        context.status(HttpServletResponse.SC_NO_CONTENT);
    }

    public void header(String name, String value) {
        context.header(name, value);
    }
}
