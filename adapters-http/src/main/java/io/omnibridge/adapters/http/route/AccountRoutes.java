package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.AccountView;
import io.omnibridge.adapters.http.view.AccountsView;
import io.omnibridge.adapters.http.view.LinkedView;
import io.omnibridge.adapters.http.view.UnlinkedView;
import io.omnibridge.application.accounts.DescribeAccounts;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.LinkAccountCommand;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.accounts.UnlinkResult;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Routes of a user's linked accounts. */
public final class AccountRoutes {

    private static final String ONE_ACCOUNT = "/accounts/{provider}/{provider_account_id}";

    private static final PageLimit LIMIT = new PageLimit(100, 1_000);

    private final LinkAccount linkAccount;
    private final ListAccounts listAccounts;
    private final FindAccount findAccount;
    private final UnlinkAccount unlinkAccount;
    private final DescribeAccounts describeAccounts;
    private final Clock clock;
    private final Locations locations;

    public AccountRoutes(
            LinkAccount linkAccount,
            ListAccounts listAccounts,
            FindAccount findAccount,
            UnlinkAccount unlinkAccount,
            DescribeAccounts describeAccounts,
            Clock clock,
            Locations locations) {
        this.linkAccount = linkAccount;
        this.listAccounts = listAccounts;
        this.findAccount = findAccount;
        this.unlinkAccount = unlinkAccount;
        this.describeAccounts = describeAccounts;
        this.clock = clock;
        this.locations = locations;
    }

    /**
     * Returns the routes.
     *
     * @param linkByToken whether {@code POST /accounts/link} exists, which links an account by a token response
     */
    public List<Route> routes(boolean linkByToken) {
        List<Route> routes = new ArrayList<>(List.of(
                new Route.Guarded(
                        HandlerType.GET,
                        "/accounts",
                        Set.of("provider", "limit", "cursor"),
                        Permission.READ_ACCOUNTS,
                        this::list),
                new Route.Guarded(HandlerType.GET, ONE_ACCOUNT, Set.of(), Permission.READ_ACCOUNTS, this::find),
                new Route.Guarded(
                        HandlerType.DELETE, ONE_ACCOUNT, Set.of("wait"), Permission.UNLINK_ACCOUNT, this::unlink)));
        if (linkByToken) {
            routes.add(new Route.Guarded(
                    HandlerType.POST, "/accounts/link", Set.of(), Permission.LINK_ACCOUNT, this::link));
        }
        return routes;
    }

    private void link(Caller caller, RequestContext request) {
        LinkAccountCommand command = LinkRequest.read(request.jsonBody(), clock.instant());
        LinkResult result = linkAccount.link(caller, request.requestId(), command);
        if (result instanceof LinkResult.Linked linked) {
            request.header("Location", locations.of(linked.account().key()));
            respondLinked(request, 201, linked.account());
        } else if (result instanceof LinkResult.Replaced replaced) {
            respondLinked(request, 200, replaced.account());
        } else if (result instanceof LinkResult.QuotaExceeded) {
            throw new ProblemException(ProblemCode.QUOTA_EXCEEDED, "The user has the maximum number of accounts.");
        } else {
            throw new ProblemException(
                    ProblemCode.ACCOUNT_CONNECTED,
                    "This account was linked by connect; linking by token cannot replace it.");
        }
    }

    private void respondLinked(RequestContext request, int status, AccountMetadata account) {
        request.respond(status, new LinkedView(new AccountView(describeAccounts.describe(account))));
    }

    private void list(Caller caller, RequestContext request) {
        Optional<ProviderId> provider = request.queryParameter("provider", ProviderId::new);
        Optional<AccountPosition> after = request.queryParameter("cursor", AccountCursor::parse);
        AccountPage page = listAccounts.list(caller, provider, after, LIMIT.of(request));
        AccountsView view = new AccountsView(
                describeAccounts.describe(page.accounts()), page.next().map(AccountCursor::of));
        request.respond(200, view.pieces());
    }

    private void find(Caller caller, RequestContext request) {
        AccountMetadata account = findAccount
                .find(caller, provider(request), providerAccountId(request))
                .orElseThrow(AccountRoutes::accountNotFound);
        request.respond(200, new AccountView(describeAccounts.describe(account)));
    }

    private void unlink(Caller caller, RequestContext request) {
        boolean wait =
                request.queryParameter("wait", AccountRoutes::parseBoolean).orElse(false);
        UnlinkResult result =
                unlinkAccount.unlink(caller, request.requestId(), provider(request), providerAccountId(request), wait);
        if (!(result instanceof UnlinkResult.Unlinked unlinked)) {
            throw accountNotFound();
        }
        if (wait) {
            request.respond(200, new UnlinkedView(unlinked));
        } else {
            request.respondNoContent();
        }
    }

    private static boolean parseBoolean(String value) {
        InvalidValue.unless(value.equals("true") || value.equals("false"), "must be true or false");
        return value.equals("true");
    }

    private static ProviderId provider(RequestContext request) {
        return request.pathParameter("provider", ProviderId::new).orElseThrow(AccountRoutes::accountNotFound);
    }

    private static ProviderAccountId providerAccountId(RequestContext request) {
        return request.pathParameter("provider_account_id", ProviderAccountId::new)
                .orElseThrow(AccountRoutes::accountNotFound);
    }

    /** Returns one and the same problem for another user's account, an unknown account and a malformed id. */
    private static ProblemException accountNotFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "The user has no such account.");
    }
}
