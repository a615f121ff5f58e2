package io.omnibridge.adapters.http.page;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.domain.session.Session;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Route of the page that offers to sign out everywhere. */
public final class SignOutPageRoutes {

    private final SessionFrames frames;

    public SignOutPageRoutes(SessionFrames frames) {
        this.frames = Objects.requireNonNull(frames);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Page(HandlerType.GET, PagePaths.SIGN_OUT, Set.of(), frames.sessions(), this::show));
    }

    private void show(Session session, RequestContext request) {
        request.respond(200, new SignOutPage(frames.of(session, request, Section.NONE, "sign-out.heading")));
    }
}
