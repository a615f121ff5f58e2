package io.omnibridge.adapters.http.page;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.Link;
import io.omnibridge.adapters.http.html.MessagePage;
import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.route.AccountInPath;
import io.omnibridge.adapters.http.route.PageHandler;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.accounts.FindAccount;
import io.omnibridge.application.accounts.RevocationStatus;
import io.omnibridge.application.accounts.UnlinkAccount;
import io.omnibridge.application.accounts.UnlinkResult;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.session.Session;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Routes of the page that disconnects an account, and then shows what the provider said. */
public final class DisconnectRoutes {

    private final SessionFrames frames;
    private final FindAccount findAccount;
    private final UnlinkAccount unlinkAccount;
    private final AccountCards cards;

    public DisconnectRoutes(
            SessionFrames frames, FindAccount findAccount, UnlinkAccount unlinkAccount, AccountCards cards) {
        this.frames = Objects.requireNonNull(frames);
        this.findAccount = Objects.requireNonNull(findAccount);
        this.unlinkAccount = Objects.requireNonNull(unlinkAccount);
        this.cards = Objects.requireNonNull(cards);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(route(HandlerType.GET, this::ask), route(HandlerType.POST, this::disconnect));
    }

    private Route route(HandlerType method, PageHandler handler) {
        return new Route.Page(method, AccountPaths.DISCONNECT, Set.of(), frames.sessions(), handler);
    }

    private void ask(Session session, RequestContext request) {
        AccountInPath account = account(request);
        AccountCard card = findAccount
                .find(frames.sessions().caller(session), account.provider(), account.id())
                .map(cards::of)
                .orElseThrow(DisconnectRoutes::notConnected);
        Frame frame = frames.of(session, request, Section.ACCOUNTS, "disconnect.heading");
        request.respond(200, new DisconnectPage(frame, card));
    }

    private void disconnect(Session session, RequestContext request) {
        AccountInPath account = account(request);
        UnlinkResult result = unlinkAccount.unlink(
                frames.sessions().caller(session), request.requestId(), account.provider(), account.id(), true);
        if (!(result instanceof UnlinkResult.Unlinked unlinked)) {
            throw notConnected();
        }
        Frame frame = frames.of(session, request, Section.ACCOUNTS, "disconnected.heading");
        request.respond(200, page(frame, nameOf(account.provider()), unlinked));
    }

    private static MessagePage page(Frame frame, String providerName, UnlinkResult.Unlinked unlinked) {
        Texts texts = frame.texts();
        MessagePage page = MessagePage.of(
                        frame, texts.isolating(Texts.key("disconnected", unlinked.revocation()), providerName))
                .withNext(Link.toAccounts(texts));
        Optional<URI> grantsPage = unlinked.grantsPage().filter(url -> "https".equals(url.getScheme()));
        return unlinked.revocation() == RevocationStatus.REVOKED || grantsPage.isEmpty()
                ? page
                : page.withNext(new Link(
                        texts.of("disconnected.grants-page", providerName),
                        grantsPage.get().toString()));
    }

    private String nameOf(ProviderId provider) {
        return cards.providers()
                .find(provider)
                .map(ConnectableProvider::displayName)
                .orElseGet(provider::value);
    }

    private static AccountInPath account(RequestContext request) {
        return AccountInPath.of(request).orElseThrow(DisconnectRoutes::notConnected);
    }

    private static PageException notConnected() {
        return new PageException(ProblemCode.NOT_FOUND, "disconnect.none");
    }
}
