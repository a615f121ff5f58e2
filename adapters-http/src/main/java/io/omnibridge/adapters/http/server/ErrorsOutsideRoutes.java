package io.omnibridge.adapters.http.server;

import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors outside the routes, such as a class that cannot be loaded, on threads where no other class would answer the request. */
final class ErrorsOutsideRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorsOutsideRoutes.class);

    private ErrorsOutsideRoutes() {}

    /** Logs the error without its message, which may contain a secret, and answers the request with 500. */
    static void respond(Request request, Response response, Callback callback, Error error) {
        LOG.error("unexpected {} outside the routes", error.getClass().getName());
        Response.writeError(request, response, callback, HttpStatus.INTERNAL_SERVER_ERROR_500);
    }
}
