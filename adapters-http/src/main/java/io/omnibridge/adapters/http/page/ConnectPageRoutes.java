package io.omnibridge.adapters.http.page;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.Link;
import io.omnibridge.adapters.http.html.MessagePage;
import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.connect.BeginConnectByPage;
import io.omnibridge.application.connect.BeginResult;
import io.omnibridge.application.connect.DescribeProviders;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.session.Session;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Route of the form that begins to connect an account, and sends the browser to the provider. */
public final class ConnectPageRoutes {

    private final SessionFrames frames;
    private final BeginConnectByPage beginConnect;
    private final DescribeProviders providers;

    public ConnectPageRoutes(SessionFrames frames, BeginConnectByPage beginConnect, DescribeProviders providers) {
        this.frames = Objects.requireNonNull(frames);
        this.beginConnect = Objects.requireNonNull(beginConnect);
        this.providers = Objects.requireNonNull(providers);
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(
                new Route.Page(HandlerType.POST, AccountPaths.CONNECT, Set.of(), frames.sessions(), this::begin));
    }

    private void begin(Session session, RequestContext request) {
        ConnectableProvider provider = request.form()
                .find("provider")
                .flatMap(ConnectPageRoutes::parse)
                .flatMap(providers::find)
                .orElseThrow(() -> new PageException(ProblemCode.UNKNOWN_PROVIDER, "connect.unknown"));
        BeginResult result = beginConnect.begin(frames.sessions().caller(session), request.requestId(), provider.id());
        if (result instanceof BeginResult.Begun begun) {
            request.respond(200, page(session, request, provider, begun.authorizationUrl()));
        } else if (result instanceof BeginResult.TooManyAttempts) {
            throw new PageException(ProblemCode.TOO_MANY_ATTEMPTS, "problem.too_many_attempts");
        } else {
            throw new ProblemException(
                    Problem.temporary(ProblemCode.BUSY, "Too many calls to the provider are in flight; retry later."));
        }
    }

    private static Optional<ProviderId> parse(String id) {
        try {
            return Optional.of(new ProviderId(id));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** A redirect would not leave the page: browsers apply the policy for forms to it (CSP Level 3, form-action). */
    private MessagePage page(Session session, RequestContext request, ConnectableProvider provider, URI url) {
        Frame frame =
                frames.of(session, request, Section.ACCOUNTS, "connect.title").continuingAt(url);
        Texts texts = frame.texts();
        return MessagePage.of(frame, texts.isolating("connect.text", provider.displayName()))
                .withNext(new Link(texts.of("connect.next", provider.displayName()), url.toString()));
    }
}
