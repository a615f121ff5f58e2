package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.server.RequestAttributes;
import io.omnibridge.adapters.support.json.StrictJson;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The bodies of requests, which were read before any route runs. */
final class RequestBodies {

    private RequestBodies() {}

    /** @throws ProblemException if the body is not declared as JSON in UTF-8 */
    static byte[] json(HttpServletRequest request) {
        if (!MediaTypes.isPlainJson(request)) {
            throw new ProblemException(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be application/json in UTF-8, without a content encoding.");
        }
        return any(request);
    }

    /**
     * Returns the body as text; empty if the request has none.
     *
     * @throws ProblemException if the body is not declared as JSON in UTF-8
     * @throws io.omnibridge.adapters.support.json.MalformedJson if the body is not one JSON object
     */
    static Optional<String> jsonText(HttpServletRequest request) {
        if (any(request).length == 0) {
            return Optional.empty();
        }
        byte[] body = json(request);
        StrictJson.readObject(body);
        return Optional.of(new String(body, StandardCharsets.UTF_8));
    }

    /** Returns the body, whatever it is declared as; no bytes if the request has none. */
    static byte[] any(HttpServletRequest request) {
        byte[] body = (byte[]) request.getAttribute(RequestAttributes.BODY);
        return body == null ? new byte[0] : body;
    }
}
