package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.application.port.BrowserSealer;
import io.omnibridge.domain.session.BrowserTicket;
import io.omnibridge.domain.session.Session;
import io.omnibridge.domain.session.SessionId;
import io.omnibridge.domain.session.SignInAttempt;
import java.util.Objects;
import java.util.Optional;

/**
 * Sealer of what browsers keep: it seals with the primary key of a keyset, and opens with any of its keys. The associated data is the
 * {@link SealedFormat}, the purpose, and the issuer, each behind its length; of a form's token also the session. Thread-safe.
 */
public final class TinkBrowserSealer implements BrowserSealer {

    private static final String SESSION = "browser-session";
    private static final String SIGN_IN = "sign-in";
    private static final String TICKET = "browser-ticket";
    private static final String FORM = "form";

    private final SealedText text;
    private final String issuer;

    /** @param issuer of the users: the same user id at another issuer is another user */
    public TinkBrowserSealer(Keyset keyset, String issuer) {
        this.text = new SealedText(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public String seal(Session session) {
        return text.seal(() -> BrowserJson.write(session), dataOf(SESSION));
    }

    @Override
    public Optional<Session> session(String sealed) {
        return text.open(sealed, dataOf(SESSION), BrowserJson::readSession);
    }

    @Override
    public String seal(SignInAttempt attempt) {
        return text.seal(() -> BrowserJson.write(attempt), dataOf(SIGN_IN));
    }

    @Override
    public Optional<SignInAttempt> signIn(String sealed) {
        return text.open(sealed, dataOf(SIGN_IN), BrowserJson::readSignIn);
    }

    @Override
    public String seal(BrowserTicket ticket) {
        return text.seal(() -> BrowserJson.write(ticket), dataOf(TICKET));
    }

    @Override
    public Optional<BrowserTicket> ticket(String sealed) {
        return text.open(sealed, dataOf(TICKET), BrowserJson::readTicket);
    }

    @Override
    public String formToken(SessionId session) {
        return text.seal(() -> new byte[0], dataOfForm(session));
    }

    @Override
    public boolean isFormToken(SessionId session, String sealed) {
        return text.open(sealed, dataOfForm(session), content -> content.length == 0)
                .orElse(false);
    }

    private byte[] dataOf(String purpose) {
        return LengthPrefixed.of(SealedFormat.NAME, purpose, issuer);
    }

    private byte[] dataOfForm(SessionId session) {
        return LengthPrefixed.of(SealedFormat.NAME, FORM, issuer, session.value());
    }
}
