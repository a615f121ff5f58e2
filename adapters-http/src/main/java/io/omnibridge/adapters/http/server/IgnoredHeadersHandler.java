package io.omnibridge.adapters.http.server;

import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Removes header fields that would change what Javalin does with a request: the override of the method, and the upgrade to a
 * WebSocket.
 */
final class IgnoredHeadersHandler extends Handler.Wrapper {

    private static final Set<String> NAMES = Set.of("X-HTTP-Method-Override", "Sec-WebSocket-Version");

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(hasAny(request) ? new RequestWithoutHeaders(request, NAMES) : request, response, callback);
    }

    private static boolean hasAny(Request request) {
        for (String name : NAMES) {
            if (request.getHeaders().contains(name)) {
                return true;
            }
        }
        return false;
    }
}
