package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.AccountView;
import io.omnibridge.adapters.http.view.AccountsView;
import io.omnibridge.adapters.http.view.UnlinkedView;
import io.omnibridge.application.accounts.DescribeAccounts;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.accounts.UnlinkResult;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Routes of a user's linked accounts. */
public final class AccountRoutes {

    private static final String ONE_ACCOUNT = "/accounts/{provider}/{provider_account_id}";

    private static final PageLimit LIMIT = new PageLimit(100, 1_000);

    private final ListAccounts listAccounts;
    private final FindAccount findAccount;
    private final UnlinkAccount unlinkAccount;
    private final DescribeAccounts describeAccounts;

    public AccountRoutes(
            ListAccounts listAccounts,
            FindAccount findAccount,
            UnlinkAccount unlinkAccount,
            DescribeAccounts describeAccounts) {
        this.listAccounts = listAccounts;
        this.findAccount = findAccount;
        this.unlinkAccount = unlinkAccount;
        this.describeAccounts = describeAccounts;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Guarded(
                        HandlerType.GET,
                        "/accounts",
                        Set.of("provider", "limit", "cursor"),
                        Permission.READ_ACCOUNTS,
                        this::list),
                new Route.Guarded(HandlerType.GET, ONE_ACCOUNT, Set.of(), Permission.READ_ACCOUNTS, this::find),
                new Route.Guarded(
                        HandlerType.DELETE, ONE_ACCOUNT, Set.of("wait"), Permission.UNLINK_ACCOUNT, this::unlink));
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
        AccountInPath account = account(request);
        AccountMetadata found =
                findAccount.find(caller, account.provider(), account.id()).orElseThrow(AccountRoutes::accountNotFound);
        request.respond(200, new AccountView(describeAccounts.describe(found)));
    }

    private void unlink(Caller caller, RequestContext request) {
        boolean wait =
                request.queryParameter("wait", AccountRoutes::parseBoolean).orElse(false);
        AccountInPath account = account(request);
        UnlinkResult result = unlinkAccount.unlink(caller, request.requestId(), account.provider(), account.id(), wait);
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

    private static AccountInPath account(RequestContext request) {
        return AccountInPath.of(request).orElseThrow(AccountRoutes::accountNotFound);
    }

    /** Returns one and the same problem for another user's account, an unknown account and a malformed id. */
    private static ProblemException accountNotFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "The user has no such account.");
    }
}
