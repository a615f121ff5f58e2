package io.omnibridge.adapters.http.testing;

import io.omnibridge.adapters.http.jwt.InvalidToken;
import io.omnibridge.adapters.http.jwt.KeysUnavailable;
import io.omnibridge.adapters.http.jwt.RefusalReason;
import io.omnibridge.adapters.http.jwt.TokenVerifier;
import io.omnibridge.domain.identity.Caller;
import io.omnibridge.domain.identity.ClientId;
import io.omnibridge.domain.identity.Permission;
import io.omnibridge.domain.identity.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Fake verifier whose tokens name their result: {@code alice}, {@code alice@1767323045} with the second of its issue, {@code alice+accounts:read} with a scope, {@code refused+EXPIRED} with
 * a reason for rejection, {@code keys-unavailable}, or {@code agents+alice} for the route of agents alone. Any other token is
 * malformed.
 */
public final class FakeTokenVerifier implements TokenVerifier {

    private static final String AGENTS = "agents+";

    private final boolean scopesRequired;

    public FakeTokenVerifier(boolean scopesRequired) {
        this.scopesRequired = scopesRequired;
    }

    @Override
    public Caller verify(String token) {
        String[] parts = token.split("\\+", -1);
        switch (parts[0]) {
            case "refused" -> throw new InvalidToken(RefusalReason.valueOf(parts[1]));
            case "agents" -> throw new InvalidToken(RefusalReason.AUDIENCE);
            case "keys-unavailable" -> throw new KeysUnavailable();
            default -> {
                return caller(parts);
            }
        }
    }

    @Override
    public Caller verifyAgent(String token) {
        return verify(token.startsWith(AGENTS) ? token.substring(AGENTS.length()) : token);
    }

    private Caller caller(String... parts) {
        if (!parts[0].matches("(alice|bob|user-[0-9]+)(@[0-9]+)?")) {
            throw new InvalidToken(RefusalReason.MALFORMED);
        }
        Set<String> scopes = Set.of(Arrays.copyOfRange(parts, 1, parts.length));
        String[] userAndTime = parts[0].split("@", -1);
        return new Caller(
                new UserId(userAndTime[0]),
                Optional.of(new ClientId("notes-app")),
                Permission.of(scopes, scopesRequired),
                Arrays.stream(userAndTime)
                        .skip(1)
                        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                        .findFirst());
    }
}
