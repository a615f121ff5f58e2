package io.omnibridge.adapters.providers.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** All tokens issued for one consent. Guarded by {@link IssuedTokens}. */
final class TokenFamily {

    final String subject;
    final String scope;
    final Set<String> accessTokens = new HashSet<>();
    final Set<String> refreshTokens = new HashSet<>();
    final Map<String, Instant> usedAt = new HashMap<>();
    boolean isRevoked;

    TokenFamily(String subject, String scope) {
        this.subject = subject;
        this.scope = scope;
    }

    void revoke() {
        isRevoked = true;
        accessTokens.clear();
        refreshTokens.clear();
    }
}
