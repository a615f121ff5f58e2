package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.application.port.BrowserSealer;
import io.omnibridge.domain.session.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Tells the forms of this service's own pages from those that another site sent. Thread-safe. */
public final class OwnForms {

    private final FormOrigin origin;
    private final BrowserSealer sealer;

    /** @param publicUrl the URL of this service for browsers */
    public OwnForms(URI publicUrl, BrowserSealer sealer) {
        this.origin = new FormOrigin(publicUrl);
        this.sealer = sealer;
    }

    String token(Session session) {
        return sealer.formToken(session.id());
    }

    /** @throws ProblemException 403 if a page of another site sent the form */
    void requireOwn(HttpServletRequest request) {
        if (!origin.isOwn(request)) {
            throw new ProblemException(
                    ProblemCode.FOREIGN_ORIGIN,
                    "Another site sent this form, so nothing was done. Begin at the first page.");
        }
    }

    /** @throws ProblemException 403 if a page of another site or of another session sent the form */
    void requireOwn(HttpServletRequest request, Session session, Optional<String> token) {
        requireOwn(request);
        if (token.filter(it -> sealer.isFormToken(session.id(), it)).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.FOREIGN_ORIGIN,
                    "This form was made before you signed in, so nothing was done. Open the page again and repeat it there.");
        }
    }
}
