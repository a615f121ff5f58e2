package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.AuditView;
import io.omnibridge.application.access.Permission;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.domain.identity.Caller;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The route of a user's own record. */
public final class AuditRoutes {

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 200;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern CURSOR = Pattern.compile("[1-9][0-9]{0,17}");

    private final ListAuditEvents listAuditEvents;

    public AuditRoutes(ListAuditEvents listAuditEvents) {
        this.listAuditEvents = listAuditEvents;
    }

    public List<Route> routes() {
        return List.of(new Route.Guarded(
                HandlerType.GET, "/audit", Set.of("limit", "cursor"), Permission.READ_AUDIT, this::list));
    }

    private void list(Caller caller, RequestContext request) {
        int limit = request.queryParameter("limit").map(AuditRoutes::limit).orElse(DEFAULT_LIMIT);
        long before = request.queryParameter("cursor").map(AuditRoutes::cursor).orElse(AuditPage.FROM_NEWEST);
        AuditPage page = listAuditEvents.list(caller, before, limit);
        request.respond(200, new AuditView(page.events(), nextCursor(page.next()), page.head()).pieces());
    }

    private static int limit(String value) {
        if (!LIMIT.matcher(value).matches() || Integer.parseInt(value) > MAX_LIMIT) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST,
                    "The query parameter limit must be an integer from 1 to " + MAX_LIMIT + ".");
        }
        return Integer.parseInt(value);
    }

    /** A cursor is a position in the caller's own record, so a made-up one shows nothing else. */
    private static long cursor(String value) {
        if (!CURSOR.matcher(value).matches()) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "The query parameter cursor is none that this service gave out.");
        }
        return Long.parseLong(value);
    }

    private static Optional<String> nextCursor(OptionalLong next) {
        return next.isPresent() ? Optional.of(Long.toString(next.getAsLong())) : Optional.empty();
    }
}
