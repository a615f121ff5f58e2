package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The invariants of refreshes. */
final class Invariants {

    private final SimulatedProvider provider;
    private final SimulatedStore store;
    private final SimulatedGrants grants;
    private final int person;
    private final Set<Token> maybeConsumed = new HashSet<>();

    Invariants(SimulatedProvider provider, SimulatedStore store, SimulatedGrants grants, int person) {
        this.person = person;
        this.provider = provider;
        this.store = store;
        this.grants = grants;
    }

    /** Checks what must hold before a refresh token is sent. */
    void checkSending(Token token, long now) {
        boolean mayHaveBeenUsed = token.firstProcessableAt >= 0;
        require(
                provider.reuse != RefreshTokenReuse.KILLS_FAMILY
                        || !mayHaveBeenUsed
                        || now < token.firstProcessableAt + provider.grace,
                "a token that may have been used is never sent again outside its grace");
    }

    /** Checks the result of a caller who asked while there was no trouble. */
    void checkAnswer(CredentialsResult result) {
        require(
                store.row == null || !provider.isValid(token(store.row)) || result instanceof CredentialsResult.Usable,
                "a valid grant is refreshed, whatever happened to others: " + result);
    }

    /** Checks what must hold after each step. */
    void check() {
        Account row = store.row;
        require(
                row == null ? store.linked == null : row.version().linkId().equals(store.linked),
                "an unlinked or replaced account is not restored");
        if (row == null) {
            return;
        }
        RefreshState state = row.metadata().refresh();
        if (state instanceof Idle) {
            Token token = token(row);
            require(
                    !token.isRefreshToken || provider.isValid(token) || token.family.isEndedAtProvider,
                    "an active account has a valid token");
        }
        if (state instanceof Ended ended) {
            check(row, ended);
        }
    }

    private void check(Account row, Ended ended) {
        if (ended.reason() == RefreshEndReason.REFRESH_UNKNOWN) {
            maybeConsumed.add(token(row));
        }
        if (ended.reason() == RefreshEndReason.REVOKED) {
            require(row.credentials().isErased(), "a revoked grant leaves no credentials");
            require(
                    provider.tokens.stream()
                            .filter(token -> token.family == consent(row))
                            .noneMatch(provider::isValid),
                    "credentials are erased only if the grant has ended");
        }
        require(
                ended.reason() != RefreshEndReason.REFUSED || !provider.isValid(token(row)),
                "refusals end an account only if its token is not valid");
        require(
                provider.reuse != RefreshTokenReuse.SAFE || consent(row).isEndedAtProvider,
                "where reuse is safe, only the provider ends an account");
    }

    /** Checks what must hold after hours without trouble. */
    void checkAtTheEnd() {
        Account row = store.row;
        if (row != null) {
            RefreshState state = row.metadata().refresh();
            require(state instanceof Idle || state instanceof Ended, "no outcome stays unknown for ever: " + state);
            boolean isRevoked = row.credentials().isErased();
            require(
                    state instanceof Ended || !token(row).isRefreshToken || provider.isValid(token(row)),
                    "no dead grant stays active");
            require(
                    isRevoked
                            || provider.isValid(token(row))
                            || provider.tokens.stream()
                                    .filter(token -> token.family == consent(row) && isKnown(token))
                                    .noneMatch(provider::isValid),
                    "no account lacks a valid token that is known");
        }
        require(
                provider.scope == RevocationScope.NONE
                        || (row != null && provider.scope == RevocationScope.GRANT)
                        || provider.tokens.stream()
                                .filter(token -> token.family.person == person
                                        && !token.isLost
                                        && !token.isLeft
                                        && provider.isValid(token))
                                .allMatch(token -> row != null && token == token(row)),
                "no known token stays valid unless an account needs it");
    }

    /** Returns whether a node received the token, and knows that it was not used. */
    private boolean isKnown(Token token) {
        return !token.isLost && !maybeConsumed.contains(token);
    }

    /** Returns the tokens of the consent that the row was linked with. */
    private SimulatedProvider.Family consent(Account row) {
        return Objects.requireNonNull(store.families.get(row.version().linkId()));
    }

    private Token token(Account row) {
        return provider.tokens.get(grants.tokenId(row));
    }

    static void require(boolean isTrue, String invariant) {
        if (!isTrue) {
            throw new AssertionError(invariant);
        }
    }
}
