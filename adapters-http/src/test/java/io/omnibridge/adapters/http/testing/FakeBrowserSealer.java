package io.omnibridge.adapters.http.testing;

import io.omnibridge.application.port.BrowserSealer;
import io.omnibridge.domain.session.BrowserTicket;
import io.omnibridge.domain.session.Session;
import io.omnibridge.domain.session.SessionId;
import io.omnibridge.domain.session.SignInAttempt;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Sealer that keeps what it sealed, and hands out numbers for it. Thread-safe. */
public final class FakeBrowserSealer implements BrowserSealer {

    private final Map<String, Object> sealed = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    private String keep(Object value) {
        String text = "sealed-" + count.incrementAndGet();
        sealed.put(text, value);
        return text;
    }

    private <T> Optional<T> open(String text, Class<T> type) {
        return Optional.ofNullable(sealed.get(text)).filter(type::isInstance).map(type::cast);
    }

    @Override
    public String seal(Session session) {
        return keep(session);
    }

    @Override
    public Optional<Session> session(String text) {
        return open(text, Session.class);
    }

    @Override
    public String seal(SignInAttempt attempt) {
        return keep(attempt);
    }

    @Override
    public Optional<SignInAttempt> signIn(String text) {
        return open(text, SignInAttempt.class);
    }

    @Override
    public String seal(BrowserTicket ticket) {
        return keep(ticket);
    }

    @Override
    public Optional<BrowserTicket> ticket(String text) {
        return open(text, BrowserTicket.class);
    }

    @Override
    public String formToken(SessionId session) {
        return keep(session);
    }

    @Override
    public boolean isFormToken(SessionId session, String text) {
        return open(text, SessionId.class).equals(Optional.of(session));
    }
}
