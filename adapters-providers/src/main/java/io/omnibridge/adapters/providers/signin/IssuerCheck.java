package io.omnibridge.adapters.providers.signin;

import io.omnibridge.adapters.providers.oauth.InvalidProviderResponse;
import io.omnibridge.adapters.providers.oauth.SignInMetadata;
import io.omnibridge.adapters.providers.transport.RequestFailed;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checks whether the issuer's users are those of the API. */
public final class IssuerCheck {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerCheck.class);

    private static final String PAIRWISE =
            "the issuer gives each client another sub for the same user (pairwise subjects),"
                    + " so that people who sign in would be other users than those of their JWTs";

    private IssuerCheck() {}

    /**
     * Asks the issuer.
     *
     * @return what makes the sign-in impossible; empty also if the issuer does not answer, as it need not at a start
     */
    public static Optional<String> problem(IssuerClient client) {
        try {
            return problem(client.settings(), client.metadata());
        } catch (RequestFailed | InvalidProviderResponse e) {
            LOG.warn("no sign-in to the pages is possible at the moment: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** @throws RequestFailed if the sign-in is impossible, before anything is sent */
    static void require(IssuerSettings settings, SignInMetadata metadata) throws RequestFailed {
        Optional<String> problem = problem(settings, metadata);
        if (problem.isPresent()) {
            throw new RequestFailed(problem.get());
        }
    }

    private static Optional<String> problem(IssuerSettings settings, SignInMetadata metadata) {
        return settings.isUserTheSubject() && metadata.isPairwise() ? Optional.of(PAIRWISE) : Optional.empty();
    }
}
