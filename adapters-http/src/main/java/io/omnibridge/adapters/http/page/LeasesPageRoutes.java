package io.omnibridge.adapters.http.page;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.route.PagePosition;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.lease.EndLease;
import io.omnibridge.application.lease.ListLeases;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.lease.Lease;
import io.omnibridge.domain.session.Session;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Routes of the page of a user's leases, and of the form that ends one. */
public final class LeasesPageRoutes {

    private static final String ENDED = "ended";

    /** A lease names up to 20 accounts, and a user may have a hundred leases. */
    private static final int LEASES_PER_PAGE = 10;

    private static final PagePosition POSITION = new PagePosition(4, "a position of an earlier page");

    private final SessionFrames frames;
    private final ListLeases listLeases;
    private final EndLease endLease;
    private final NameAccounts names;
    private final Clock clock;

    public LeasesPageRoutes(
            SessionFrames frames, ListLeases listLeases, EndLease endLease, NameAccounts names, Clock clock) {
        this.frames = Objects.requireNonNull(frames);
        this.listLeases = Objects.requireNonNull(listLeases);
        this.endLease = Objects.requireNonNull(endLease);
        this.names = Objects.requireNonNull(names);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Page(
                        HandlerType.GET, Section.LEASES.path(), Set.of("done", "from"), frames.sessions(), this::show),
                new Route.Page(HandlerType.POST, LeasePaths.END, Set.of(), frames.sessions(), this::end));
    }

    private void show(Session session, RequestContext request) {
        boolean hasEndedOne =
                request.queryParameter("done", LeasesPageRoutes::parse).isPresent();
        int from =
                Math.toIntExact(request.queryParameter("from", POSITION::parse).orElse(0L));
        Instant now = clock.instant();
        List<Lease> leases = listLeases.list(session.user());
        int to = Math.min(from + LEASES_PER_PAGE, leases.size());
        AccountNames accounts = names.of(frames.sessions().caller(session));
        List<LeaseCard> cards = leases.subList(Math.min(from, to), to).stream()
                .map(lease -> card(lease, now, accounts))
                .toList();
        Frame frame = frames.of(session, request, Section.LEASES, "leases.title");
        Optional<String> next =
                Optional.of(Section.LEASES.path() + "?from=" + to).filter(path -> to < leases.size());
        request.respond(200, new LeasesPage(frame, cards, hasEndedOne, from == 0, next));
    }

    private static LeaseCard card(Lease lease, Instant now, AccountNames accounts) {
        return new LeaseCard(
                lease,
                lease.stored().endAt(now, lease.terms()),
                lease.terms().accounts().stream().map(accounts::of).toList());
    }

    private static String parse(String value) {
        InvalidValue.unless(value.equals(ENDED), "must be " + ENDED);
        return value;
    }

    private void end(Session session, RequestContext request) {
        Caller caller = frames.sessions().caller(session);
        boolean isThere = request.pathParameter("lease_id", LeaseId::new)
                .filter(id -> endLease.end(caller, request.requestId(), id))
                .isPresent();
        if (!isThere) {
            throw new PageException(ProblemCode.NOT_FOUND, "lease.none");
        }
        request.redirect(request.page().link(Section.LEASES.path() + "?done=" + ENDED));
    }
}
