package io.omnibridge.adapters.http.route;

import io.javalin.http.Context;
import java.io.IOException;

/** Response to HEAD (RFC 9110 §9.3.2). */
final class HeadResponse {

    private HeadResponse() {}

    /**
     * Sends status and headers if the request is a HEAD. Its length is the one that is set, or is not told: a server that sees the empty
     * body end would tell the length of that.
     */
    static void begin(Context context) {
        if (!"HEAD".equals(context.req().getMethod())) {
            return;
        }
        try {
            context.res().flushBuffer();
        } catch (IOException e) {
            // The client went away.
            return;
        }
    }
}
