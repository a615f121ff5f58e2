package io.omnibridge.domain.revocation;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tokens that a provider issued and that will not be stored, because the attempt that they were issued for failed.
 *
 * @param account the account that they give access to; empty if the provider did not tell
 * @param tokens all of them that could be read. The first one is the one to revoke
 */
public record UnusedTokens(Optional<ProviderAccountId> account, List<RevocableToken> tokens) {

    /**
     * Returns the tokens of {@code grant}; empty if OmniBridge is not the client that it was issued to.
     *
     * @param byAccessToken whether the provider accepts access tokens only
     */
    public static Optional<UnusedTokens> of(Optional<ProviderAccountId> account, Grant grant, boolean byAccessToken) {
        List<RevocableToken> tokens = RevocableToken.all(grant, byAccessToken);
        return tokens.isEmpty() ? Optional.empty() : Optional.of(new UnusedTokens(account, tokens));
    }

    /** @throws InvalidValue if there is no token */
    public UnusedTokens {
        Objects.requireNonNull(account, "account");
        tokens = List.copyOf(tokens);
        InvalidValue.unless(!tokens.isEmpty(), "must have at least one token");
    }

    /** Returns the token that a revocation request sends. */
    public RevocableToken revocable() {
        return tokens.get(0);
    }

    /** Returns whether {@code grant} has one of these tokens. */
    public boolean isSharedWith(Grant grant) {
        return tokens.stream()
                .map(RevocableToken::token)
                .anyMatch(token -> token.equals(grant.credentials().accessToken())
                        || grant.credentials().refreshToken().equals(Optional.of(token)));
    }
}
