package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.application.port.BrowserSealer;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.Profile;
import io.omnibridge.domain.session.Session;
import io.omnibridge.domain.session.SessionId;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The sealed cookie that is a session. Nothing else keeps it. Thread-safe. */
public final class SessionCookie {

    /** Browsers drop a cookie of more than 4,096 bytes, its name included (RFC 6265 §6.1). */
    private static final int MAX_LENGTH = 4_000;

    private final Cookies cookies;
    private final BrowserSealer sealer;
    private final Clock clock;
    private final SecureRandom random;

    /** @param clock the store's */
    public SessionCookie(Cookies cookies, BrowserSealer sealer, Clock clock, SecureRandom random) {
        this.cookies = cookies;
        this.sealer = sealer;
        this.clock = clock;
        this.random = random;
    }

    /** Returns the session that the browser has, unless it expired. */
    Optional<Session> find(HttpServletRequest request) {
        return cookies.find(request, CookieNames.SESSION)
                .flatMap(sealer::session)
                .filter(session -> session.isLiveAt(clock.instant()));
    }

    /** Begins a session in the browser. A profile that is too long for a cookie is left out. */
    void begin(RequestContext request, UserId user, Profile profile) {
        Session session = new Session(
                SessionId.random(random), user, profile, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        String sealed = sealer.seal(session);
        cookies.set(request, CookieNames.SESSION, sealed.length() <= MAX_LENGTH ? sealed : withoutProfile(session));
    }

    private String withoutProfile(Session session) {
        return sealer.seal(new Session(session.id(), session.user(), Profile.NONE, session.signedInAt()));
    }
}
