package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.StyleSheet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Route of the pages' style sheet. Error pages and callback pages use it too, whether or not the other pages are on. */
public final class StyleSheetRoutes {

    private static final byte[] CSS = StyleSheet.CURRENT.css().getBytes(StandardCharsets.UTF_8);

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Open(HandlerType.GET, StyleSheet.TEMPLATE, Set.of(), this::respond));
    }

    /** A page of another version of this service gets this sheet too, but its browser does not keep it. */
    private void respond(RequestContext request) {
        if (request.pathParameter("hash", hash -> hash)
                .filter(StyleSheet.CURRENT.hash()::equals)
                .isPresent()) {
            request.header("Cache-Control", "public, max-age=31536000, immutable");
        }
        request.respond(200, "text/css;charset=utf-8", CSS);
    }
}
