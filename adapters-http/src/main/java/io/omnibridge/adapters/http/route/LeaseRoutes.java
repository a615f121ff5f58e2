package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.jwt.RefusalReason;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.LeaseView;
import io.omnibridge.adapters.http.view.LeasesView;
import io.omnibridge.adapters.http.view.MadeLeaseView;
import io.omnibridge.application.lease.EndLease;
import io.omnibridge.application.lease.ListLeases;
import io.omnibridge.application.lease.MakeLease;
import io.omnibridge.application.lease.MakeLeaseResult;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.lease.LeaseTerms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Routes by which users make, list and end leases. A lease token opens none of them. */
public final class LeaseRoutes {

    private static final String LEASES = "/leases";

    private final MakeLease makeLease;
    private final ListLeases listLeases;
    private final EndLease endLease;
    private final Duration maxTimeToLive;
    private final Locations locations;
    private final Clock clock;

    /** @param maxTimeToLive how long a lease may live */
    public LeaseRoutes(
            MakeLease makeLease,
            ListLeases listLeases,
            EndLease endLease,
            Duration maxTimeToLive,
            Locations locations,
            Clock clock) {
        this.makeLease = Objects.requireNonNull(makeLease);
        this.listLeases = Objects.requireNonNull(listLeases);
        this.endLease = Objects.requireNonNull(endLease);
        this.maxTimeToLive = Objects.requireNonNull(maxTimeToLive);
        this.locations = Objects.requireNonNull(locations);
        this.clock = Objects.requireNonNull(clock);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Guarded(HandlerType.POST, LEASES, Set.of(), Permission.MANAGE_LEASES, this::make),
                new Route.Guarded(HandlerType.GET, LEASES, Set.of(), Permission.MANAGE_LEASES, this::list),
                new Route.Guarded(
                        HandlerType.DELETE, LEASES + "/{lease_id}", Set.of(), Permission.MANAGE_LEASES, this::end));
    }

    private void make(Caller caller, RequestContext request) {
        MakeLeaseResult result =
                makeLease.make(caller, request.requestId(), new LeaseRequest(maxTimeToLive).read(request.jsonBody()));
        if (!(result instanceof MakeLeaseResult.Made made)) {
            throw new ProblemException(problem(result));
        }
        request.header("Location", locations.of(made.lease().id()));
        request.respond(201, new MadeLeaseView(new LeaseView(made.lease(), Optional.empty()), made.token()));
    }

    private static Problem problem(MakeLeaseResult result) {
        if (result instanceof MakeLeaseResult.TooMany tooMany) {
            return new Problem(
                    ProblemCode.TOO_MANY_LEASES,
                    "You have " + tooMany.max() + " live leases, the most that a user may have; end one first.");
        }
        if (result instanceof MakeLeaseResult.ChooseAccounts choose) {
            return new Problem(
                    ProblemCode.INVALID_REQUEST,
                    choose.hasNone()
                            ? "You have no account that a lease could open; connect one first."
                            : "You have more accounts than a lease can open: name at most " + LeaseTerms.MAX_ACCOUNTS
                                    + " in accounts.");
        }
        if (result instanceof MakeLeaseResult.SignedOut) {
            return Challenge.SERVICE
                    .invalidToken(SignedOutTokens.detail(RefusalReason.SIGNED_OUT))
                    .problem();
        }
        return new Problem(ProblemCode.NOT_FOUND, "You have no account of one of these names.");
    }

    private void list(Caller caller, RequestContext request) {
        Instant now = clock.instant();
        request.respond(
                200,
                new LeasesView(listLeases.list(caller.user()).stream()
                        .map(lease -> new LeaseView(lease, lease.stored().endAt(now, lease.terms())))
                        .toList()));
    }

    private void end(Caller caller, RequestContext request) {
        boolean isThere = request.pathParameter("lease_id", LeaseId::new)
                .filter(id -> endLease.end(caller, request.requestId(), id))
                .isPresent();
        if (!isThere) {
            throw new ProblemException(ProblemCode.NOT_FOUND, "The lease does not exist.");
        }
        request.respondNoContent();
    }
}
