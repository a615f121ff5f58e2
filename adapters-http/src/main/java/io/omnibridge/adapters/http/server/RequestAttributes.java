package io.omnibridge.adapters.http.server;

/** What the server hands to the routes, and they to it, on the request. */
public final class RequestAttributes {

    /** The {@link io.omnibridge.domain.audit.RequestId} of the request. */
    public static final String REQUEST_ID = "io.omnibridge.request_id";

    /** The header of the answer that has it. */
    public static final String REQUEST_ID_HEADER = "X-Request-Id";

    /** The body of the request, a {@code byte[]}; absent when there is none. */
    public static final String BODY = "io.omnibridge.body";

    /** The template of the route that was matched, such as {@code /accounts/{provider}}; absent when none was. */
    public static final String ROUTE = "io.omnibridge.route";

    private RequestAttributes() {}
}
