package io.omnibridge.adapters.http.page;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.route.AccountCursor;
import io.omnibridge.adapters.http.route.FormFields;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.lease.MakeLease;
import io.omnibridge.application.lease.MakeLeaseResult;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.domain.session.Session;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Routes of the page that makes a lease, and shows its token once. */
public final class NewLeaseRoutes {

    private static final int ACCOUNTS_PER_PAGE = 20;

    private static final List<Duration> LIFETIMES = List.of(
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(8),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30));

    private static final FormFields NOTHING = new FormFields(Map.of());

    private final SessionFrames frames;
    private final MakeLease makeLease;
    private final ListAccounts listAccounts;
    private final AccountCards cards;
    private final List<Duration> lifetimes;

    /** @param maxTimeToLive how long a lease may live */
    public NewLeaseRoutes(
            SessionFrames frames,
            MakeLease makeLease,
            ListAccounts listAccounts,
            AccountCards cards,
            Duration maxTimeToLive) {
        this.frames = Objects.requireNonNull(frames);
        this.makeLease = Objects.requireNonNull(makeLease);
        this.listAccounts = Objects.requireNonNull(listAccounts);
        this.cards = Objects.requireNonNull(cards);
        List<Duration> shorter = LIFETIMES.stream()
                .filter(it -> it.compareTo(maxTimeToLive) <= 0)
                .toList();
        this.lifetimes = shorter.isEmpty() ? List.of(maxTimeToLive) : shorter;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Page(HandlerType.GET, LeasePaths.NEW, Set.of("cursor"), frames.sessions(), this::show),
                new Route.Page(HandlerType.POST, LeasePaths.NEW, Set.of("cursor"), frames.sessions(), this::make));
    }

    private void show(Session session, RequestContext request) {
        request.respond(200, form(session, request, NOTHING, Optional.empty()));
    }

    private void make(Session session, RequestContext request) {
        FormFields fields = request.form();
        try {
            MakeLeaseResult result = makeLease.make(
                    frames.sessions().caller(session), request.requestId(), new LeaseForm(fields, lifetimes).read());
            if (result instanceof MakeLeaseResult.SignedOut) {
                request.redirect(request.page().link(LeasePaths.NEW));
                return;
            }
            if (!(result instanceof MakeLeaseResult.Made made)) {
                throw new InvalidForm(errorKey(result));
            }
            Frame frame = frames.of(session, request, Section.LEASES, "lease.made.heading");
            request.respond(201, new MadeLeasePage(frame, made.lease().terms().label(), made.token()));
        } catch (InvalidForm e) {
            request.respond(422, form(session, request, fields, Optional.of(e.textKey())));
        }
    }

    private static String errorKey(MakeLeaseResult result) {
        if (result instanceof MakeLeaseResult.TooMany) {
            return "lease.error.too-many";
        }
        if (result instanceof MakeLeaseResult.ChooseAccounts choose) {
            return choose.hasNone() ? "lease.error.no-account" : "lease.error.choose-accounts";
        }
        return "lease.error.accounts";
    }

    private NewLeasePage form(Session session, RequestContext request, FormFields filled, Optional<String> errorKey) {
        Frame frame = frames.of(session, request, Section.LEASES, "lease.new.heading");
        Optional<AccountPosition> after = request.queryParameter("cursor", AccountCursor::parse);
        AccountPage page =
                listAccounts.list(frames.sessions().caller(session), Optional.empty(), after, ACCOUNTS_PER_PAGE);
        return new NewLeasePage(
                frame,
                cards.of(page.accounts()),
                lifetimes,
                filled,
                errorKey.map(frame.texts()::of),
                after.isEmpty(),
                page.next().map(next -> LeasePaths.NEW + "?cursor=" + AccountCursor.of(next)));
    }
}
