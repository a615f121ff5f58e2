package io.omnibridge.adapters.http.server;

/** Names of the request attributes that Jetty handlers and routes exchange. */
public final class RequestAttributes {

    /** The request's {@link io.omnibridge.domain.audit.RequestId}. */
    public static final String REQUEST_ID = "io.omnibridge.request_id";

    /** Request and response header that carries the request id. */
    public static final String REQUEST_ID_HEADER = "X-Request-Id";

    /** The request's body, a {@code byte[]}; absent if the request has none. */
    public static final String BODY = "io.omnibridge.body";

    /** Template of the matched route, such as {@code /accounts/{provider}}; absent if no route matched. */
    public static final String ROUTE = "io.omnibridge.route";

    /** Code of the problem that the request is answered with, a {@code ProblemCode}; absent if there is none. */
    public static final String PROBLEM = "io.omnibridge.problem";

    /** A {@code Runnable} to call when the response waits for a provider: until more bytes are sent, the client is not slow. */
    public static final String CLIENT_WAITS = "io.omnibridge.client_waits";

    private RequestAttributes() {}
}
