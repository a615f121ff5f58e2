package io.omnibridge.adapters.providers.data;

import io.omnibridge.adapters.providers.scrub.TokenPatterns;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.util.LinkedHashSet;
import java.util.Set;

/** The tokens that a response must not have in it. */
final class CallTokens {

    /** A shorter refresh token is not looked for: it would be found where it is not. */
    private static final int MIN_LENGTH = 16;

    private CallTokens() {}

    /** Returns what to look for in the response to a call with {@code credentials}. */
    static TokenPatterns of(Credentials credentials) {
        Set<String> tokens = new LinkedHashSet<>();
        tokens.add(credentials.accessToken().reveal());
        credentials
                .refreshToken()
                .map(Secret::reveal)
                .filter(it -> it.length() >= MIN_LENGTH)
                .ifPresent(tokens::add);
        return new TokenPatterns(tokens);
    }
}
