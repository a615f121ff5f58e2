package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.view.AuditView;
import io.omnibridge.adapters.http.view.UsesView;
import io.omnibridge.adapters.support.text.EnumWords;
import io.omnibridge.application.audit.ListAuditEvents;
import io.omnibridge.application.port.AuditPage;
import io.omnibridge.application.use.LabelledUses;
import io.omnibridge.application.use.ListUses;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Route of a user's own logs: of changes, and of uses. */
public final class AuditRoutes {

    private static final PageLimit LIMIT = new PageLimit(50, 200);
    private static final PagePosition CURSOR = new PagePosition(18, "a next_cursor of an earlier response");

    private final ListAuditEvents listAuditEvents;
    private final ListUses listUses;

    public AuditRoutes(ListAuditEvents listAuditEvents, ListUses listUses) {
        this.listAuditEvents = listAuditEvents;
        this.listUses = listUses;
    }

    /** The two logs of a user. */
    private enum Log {
        CHANGES,
        USES
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Guarded(
                HandlerType.GET, "/audit", Set.of("log", "limit", "cursor"), Permission.READ_AUDIT, this::list));
    }

    private void list(Caller caller, RequestContext request) {
        long before = request.queryParameter("cursor", CURSOR::parse).orElse(AuditPage.FROM_NEWEST);
        if (request.queryParameter("log", AuditRoutes::parseLog).orElse(Log.CHANGES) == Log.USES) {
            listUses(caller, before, request);
            return;
        }
        AuditPage page = listAuditEvents.list(caller, before, LIMIT.of(request));
        AuditView view =
                new AuditView(page.events(), nextCursor(page.next()), page.head(), listAuditEvents.refusals(caller));
        request.respond(200, view.pieces());
    }

    private void listUses(Caller caller, long before, RequestContext request) {
        LabelledUses uses = listUses.list(caller, before, LIMIT.of(request));
        request.respond(200, new UsesView(uses, nextCursor(uses.page().next())).pieces());
    }

    private static Log parseLog(String value) {
        return EnumWords.parse(value, Log.class)
                .orElseThrow(() -> new InvalidValue("must be one of " + EnumWords.list(Log.class)));
    }

    private static Optional<String> nextCursor(OptionalLong next) {
        return next.isPresent() ? Optional.of(Long.toString(next.getAsLong())) : Optional.empty();
    }
}
