package io.omnibridge.adapters.providers.testing;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Everything that came of one consent. Guarded by the {@link IssuedTokens}. */
final class TokenFamily {

    final String subject;
    final String scope;
    final Set<String> accessTokens = new HashSet<>();
    final Set<String> refreshTokens = new HashSet<>();
    final Map<String, Instant> usedAt = new HashMap<>();
    boolean isDead;

    TokenFamily(String subject, String scope) {
        this.subject = subject;
        this.scope = scope;
    }

    void die() {
        isDead = true;
        accessTokens.clear();
        refreshTokens.clear();
    }
}
