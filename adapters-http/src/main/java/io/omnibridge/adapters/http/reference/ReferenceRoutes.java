package io.omnibridge.adapters.http.reference;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.HtmlRenderer;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Routes of the API reference, whose pages the build made. */
public final class ReferenceRoutes {

    private static final Pattern NAME = Pattern.compile("[a-z]{1,32}");

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.OpenPage(
                        HandlerType.GET, "/docs", Set.of(), request -> respond(request, ReferencePages.OVERVIEW)),
                new Route.OpenPage(
                        HandlerType.GET,
                        "/docs/{page}",
                        Set.of(),
                        request -> respond(
                                request,
                                request.pathParameter("page", name -> name).orElseThrow())));
    }

    private static void respond(RequestContext request, String name) {
        request.respond(200, HtmlRenderer.CONTENT_TYPE, find(name).orElseThrow(ReferenceRoutes::notFound));
    }

    private static Optional<byte[]> find(String name) {
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream page = ReferenceRoutes.class.getResourceAsStream(name + ".html")) {
            return page == null ? Optional.empty() : Optional.of(page.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "The reference has no such page.");
    }
}
