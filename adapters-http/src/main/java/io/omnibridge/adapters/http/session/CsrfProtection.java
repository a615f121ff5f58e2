package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.application.port.BrowserSealer;
import io.omnibridge.domain.session.Session;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/** Rejects forms that another site sent (cross-site request forgery, CWE-352). Thread-safe. */
public final class CsrfProtection {

    private final FormOrigin origin;
    private final BrowserSealer sealer;

    /** @param publicUrl the URL of this service for browsers */
    public CsrfProtection(URI publicUrl, BrowserSealer sealer) {
        this.origin = new FormOrigin(publicUrl);
        this.sealer = sealer;
    }

    String token(Session session) {
        return sealer.formToken(session.id());
    }

    /** @throws ProblemException 403 if a page of another site sent the form */
    void requireSameOrigin(HttpServletRequest request) {
        if (!origin.isOwn(request)) {
            throw new ProblemException(
                    ProblemCode.FOREIGN_ORIGIN,
                    "Another site sent this form, so nothing was done. Begin at the first page.");
        }
    }

    /** @throws ProblemException 403 if a page of another site or of another session sent the form */
    void requireFormOf(Session session, HttpServletRequest request, Optional<String> token) {
        requireSameOrigin(request);
        if (token.filter(it -> sealer.isFormToken(session.id(), it)).isEmpty()) {
            throw new ProblemException(
                    ProblemCode.FOREIGN_ORIGIN,
                    "This form was made before you signed in, so nothing was done. Open the page again and repeat it there.");
        }
    }
}
