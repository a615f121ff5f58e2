package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.AccountView;
import io.omnibridge.adapters.http.view.AccountsView;
import io.omnibridge.adapters.http.view.LinkedView;
import io.omnibridge.adapters.http.view.UnlinkedView;
import io.omnibridge.application.access.Permission;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.accounts.UnlinkResult;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The routes of a user's accounts. */
public final class AccountRoutes {

    private static final String ONE_ACCOUNT = "/accounts/{provider}/{provider_account_id}";

    private final LinkAccount linkAccount;
    private final ListAccounts listAccounts;
    private final FindAccount findAccount;
    private final UnlinkAccount unlinkAccount;
    private final Clock clock;

    public AccountRoutes(
            LinkAccount linkAccount,
            ListAccounts listAccounts,
            FindAccount findAccount,
            UnlinkAccount unlinkAccount,
            Clock clock) {
        this.linkAccount = linkAccount;
        this.listAccounts = listAccounts;
        this.findAccount = findAccount;
        this.unlinkAccount = unlinkAccount;
        this.clock = clock;
    }

    /**
     * All of them.
     *
     * @param linkByToken whether an account may be linked by handing over a token response; if not, there is no such route
     */
    public List<Route> routes(boolean linkByToken) {
        List<Route> routes = new ArrayList<>(List.of(
                new Route.Guarded(
                        HandlerType.GET, "/accounts", Set.of("provider"), Permission.READ_ACCOUNTS, this::list),
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
        LinkAccount.Command command = LinkRequest.read(request.jsonBody(), clock.instant());
        LinkResult result = linkAccount.link(caller, request.requestId(), command);
        if (result instanceof LinkResult.Linked linked) {
            request.header("Location", location(linked.account().key()));
            confirm(request, 201, linked.account());
        } else if (result instanceof LinkResult.Replaced replaced) {
            confirm(request, 200, replaced.account());
        } else if (result instanceof LinkResult.QuotaExceeded) {
            throw new ProblemException(ProblemCode.QUOTA_EXCEEDED, "The user has as many accounts as a user may have.");
        } else {
            throw new ProblemException(
                    ProblemCode.ACCOUNT_CONNECTED,
                    "OmniBridge connected this account itself; a token cannot replace what it holds.");
        }
    }

    private void confirm(RequestContext request, int status, AccountMetadata account) {
        request.respond(status, new LinkedView(new AccountView(account, clock.instant())));
    }

    private void list(Caller caller, RequestContext request) {
        Optional<ProviderId> provider = request.queryParameter("provider").map(AccountRoutes::providerOfQuery);
        request.respond(200, new AccountsView(listAccounts.list(caller, provider), clock.instant()).pieces());
    }

    private void find(Caller caller, RequestContext request) {
        AccountMetadata account = findAccount
                .find(caller, provider(request), providerAccountId(request))
                .orElseThrow(AccountRoutes::noSuchAccount);
        request.respond(200, new AccountView(account, clock.instant()));
    }

    private void unlink(Caller caller, RequestContext request) {
        boolean wait =
                request.queryParameter("wait").map(AccountRoutes::waitOfQuery).orElse(false);
        UnlinkResult result =
                unlinkAccount.unlink(caller, request.requestId(), provider(request), providerAccountId(request), wait);
        if (!(result instanceof UnlinkResult.Unlinked unlinked)) {
            throw noSuchAccount();
        }
        if (wait) {
            request.respond(200, new UnlinkedView(unlinked));
        } else {
            request.respondNoContent();
        }
    }

    private static boolean waitOfQuery(String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw new ProblemException(ProblemCode.INVALID_REQUEST, "The query parameter wait must be true or false.");
        }
        return value.equals("true");
    }

    private static ProviderId providerOfQuery(String value) {
        try {
            return new ProviderId(value);
        } catch (InvalidValue e) {
            throw new ProblemException(
                    ProblemCode.INVALID_REQUEST, "The query parameter provider " + e.getMessage() + ".");
        }
    }

    private static ProviderId provider(RequestContext request) {
        try {
            return new ProviderId(request.pathParameter("provider"));
        } catch (InvalidValue e) {
            throw noSuchAccount();
        }
    }

    private static ProviderAccountId providerAccountId(RequestContext request) {
        try {
            return new ProviderAccountId(request.pathParameter("provider_account_id"));
        } catch (InvalidValue e) {
            throw noSuchAccount();
        }
    }

    /** The same for an account of somebody else, one that does not exist, and one that cannot exist. */
    private static ProblemException noSuchAccount() {
        return new ProblemException(ProblemCode.NOT_FOUND, "The user has no such account.");
    }

    /** Of all characters that an id may have, only the bar cannot stand in a path (RFC 3986 §3.3). */
    static String location(AccountKey key) {
        return "/accounts/" + key.provider().value() + "/"
                + key.providerAccountId().value().replace("|", "%7C");
    }
}
