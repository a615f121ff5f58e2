package io.omnibridge.application.port;

import io.omnibridge.domain.session.BrowserTicket;
import io.omnibridge.domain.session.Session;
import io.omnibridge.domain.session.SessionId;
import io.omnibridge.domain.session.SignInAttempt;
import java.util.Optional;

/**
 * Seals what browsers keep in cookies and forms, each for its purpose alone and for the users of one issuer. A sealed text is
 * base64url. Opening returns empty for anything that OmniBridge did not seal for that purpose; it checks no time. Thread-safe.
 */
public interface BrowserSealer {

    String seal(Session session);

    Optional<Session> session(String text);

    String seal(SignInAttempt attempt);

    Optional<SignInAttempt> signIn(String text);

    String seal(BrowserTicket ticket);

    Optional<BrowserTicket> ticket(String text);

    /** Seals a token for the forms of a session's pages. Two tokens of a session differ. */
    String formToken(SessionId session);

    /** Returns whether {@code text} is a token for the forms of this session's pages. */
    boolean isFormToken(SessionId session, String text);
}
