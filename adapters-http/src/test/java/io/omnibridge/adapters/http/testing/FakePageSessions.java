package io.omnibridge.adapters.http.testing;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.PageSessions;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.Profile;
import io.omnibridge.domain.session.Session;
import io.omnibridge.domain.session.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Sessions of browsers whose cookie {@code session} is the name of the user. */
final class FakePageSessions implements PageSessions {

    private static final SessionId ID = new SessionId("0".repeat(32));

    @Override
    public Optional<Session> find(HttpServletRequest request) {
        String cookies = Optional.ofNullable(request.getHeader("Cookie")).orElse("");
        return Arrays.stream(cookies.split("; "))
                .filter(cookie -> cookie.startsWith("session="))
                .map(cookie -> session(cookie.substring("session=".length())))
                .findFirst();
    }

    private static Session session(String user) {
        Profile profile = new Profile(Optional.of(user + " <Example>"), Optional.of(user + "@example.com"));
        return new Session(ID, new UserId(user), profile, Instant.EPOCH);
    }

    @Override
    public boolean isSignedOut(HttpServletRequest request) {
        return false;
    }

    @Override
    public Caller caller(Session session) {
        return new Caller(session.user(), Optional.of(new ClientId("ui")), Set.of(Permission.values()));
    }

    @Override
    public String formToken(Session session) {
        return "form-of-" + session.user().value();
    }

    @Override
    public PagePaths paths() {
        return new PagePaths("");
    }

    @Override
    public void requireOwnForm(HttpServletRequest request, Session session, Optional<String> formToken) {
        if (!formToken.equals(Optional.of(formToken(session)))) {
            throw new ProblemException(ProblemCode.FOREIGN_ORIGIN, "The form is not of this session.");
        }
    }
}
