package io.omnibridge.adapters.http.page;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.route.AccountCursor;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.accounts.ListAccounts;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.domain.session.Session;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Route of the page of a user's accounts. */
public final class AccountsPageRoutes {

    private static final int ACCOUNTS_PER_PAGE = 20;

    private final SessionFrames frames;
    private final ListAccounts listAccounts;
    private final AccountCards cards;

    public AccountsPageRoutes(SessionFrames frames, ListAccounts listAccounts, AccountCards cards) {
        this.frames = Objects.requireNonNull(frames);
        this.listAccounts = Objects.requireNonNull(listAccounts);
        this.cards = Objects.requireNonNull(cards);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Page(
                HandlerType.GET, Section.ACCOUNTS.path(), Set.of("cursor"), frames.sessions(), this::show));
    }

    private void show(Session session, RequestContext request) {
        Optional<AccountPosition> after = request.queryParameter("cursor", AccountCursor::parse);
        AccountPage page =
                listAccounts.list(frames.sessions().caller(session), Optional.empty(), after, ACCOUNTS_PER_PAGE);
        request.respond(
                200,
                new AccountsPage(
                        frames.of(session, request, Section.ACCOUNTS, "accounts.title"),
                        AccountGroup.of(cards.of(page.accounts())),
                        cards.providers().all(),
                        after.isEmpty(),
                        page.next().map(next -> Section.ACCOUNTS.path() + "?cursor=" + AccountCursor.of(next))));
    }
}
