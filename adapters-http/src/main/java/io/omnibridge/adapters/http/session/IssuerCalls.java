package io.omnibridge.adapters.http.session;

import io.omnibridge.adapters.http.html.PageException;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.application.port.ProviderUnavailable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls of the issuer for which a person waits. */
final class IssuerCalls {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerCalls.class);

    private IssuerCalls() {}

    /** @throws PageException 503 if the issuer did not answer */
    static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (ProviderUnavailable e) {
            LOG.warn("{}", e.getMessage());
            throw new PageException(ProblemCode.PROVIDER_UNAVAILABLE, "issuer-away");
        }
    }
}
