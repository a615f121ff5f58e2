package io.omnibridge.adapters.http.route;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.view.AccountView;
import io.omnibridge.adapters.http.view.LinkedView;
import io.omnibridge.application.accounts.DescribeAccounts;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.application.accounts.LinkAccountCommand;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.Permission;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Route that links an account by a token response which the client already has. */
public final class LinkRoutes {

    private final LinkAccount linkAccount;
    private final DescribeAccounts describeAccounts;
    private final Clock clock;
    private final Locations locations;

    public LinkRoutes(LinkAccount linkAccount, DescribeAccounts describeAccounts, Clock clock, Locations locations) {
        this.linkAccount = linkAccount;
        this.describeAccounts = describeAccounts;
        this.clock = clock;
        this.locations = locations;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Guarded(HandlerType.POST, "/accounts/link", Set.of(), Permission.LINK_ACCOUNT, this::link));
    }

    private void link(Caller caller, RequestContext request) {
        LinkAccountCommand command = LinkRequest.read(request.jsonBody(), clock.instant());
        LinkResult result = linkAccount.link(caller, request.requestId(), command);
        if (result instanceof LinkResult.Linked linked) {
            request.header("Location", locations.of(linked.account().key()));
            respond(request, 201, linked.account());
        } else if (result instanceof LinkResult.Replaced replaced) {
            respond(request, 200, replaced.account());
        } else if (result instanceof LinkResult.QuotaExceeded) {
            throw new ProblemException(ProblemCode.QUOTA_EXCEEDED, "The user has the maximum number of accounts.");
        } else { // LinkResult.AccountConnected
            throw new ProblemException(
                    ProblemCode.ACCOUNT_CONNECTED,
                    "This account was linked by connect; linking by token cannot replace it.");
        }
    }

    private void respond(RequestContext request, int status, AccountMetadata account) {
        request.respond(status, new LinkedView(new AccountView(describeAccounts.describe(account))));
    }
}
