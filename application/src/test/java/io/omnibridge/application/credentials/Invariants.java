package io.omnibridge.application.credentials;

import io.omnibridge.application.credentials.SimulatedProvider.Token;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.refresh.RefreshState;
import io.omnibridge.domain.refresh.RefreshState.Ended;
import io.omnibridge.domain.refresh.RefreshState.Idle;
import io.omnibridge.domain.refresh.RefreshState.Reason;
import io.omnibridge.domain.refresh.RefreshTokenReuse;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Objects;

/** The invariants of refreshes. */
final class Invariants {

    private final SimulatedProvider provider;
    private final SimulatedStore store;
    private final SimulatedGrants grants;

    Invariants(SimulatedProvider provider, SimulatedStore store, SimulatedGrants grants) {
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
            require(provider.isValid(token) || token.family.isEndedAtProvider, "an active account has a valid token");
        }
        if (state instanceof Ended ended) {
            check(row, ended);
        }
    }

    private void check(Account row, Ended ended) {
        if (ended.reason() == Reason.REVOKED) {
            require(row.credentials().isErased(), "a revoked grant leaves no credentials");
            require(
                    provider.tokens.stream()
                            .filter(token -> token.family == consent(row))
                            .noneMatch(provider::isValid),
                    "credentials are erased only if the grant has ended");
        }
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
            require(
                    !(state instanceof Ended ended)
                            || ended.reason() != Reason.REFRESH_UNKNOWN
                            || provider.tokens.stream()
                                    .filter(token -> token.family == consent(row) && !token.isLost)
                                    .noneMatch(token -> token != token(row) && provider.isValid(token)),
                    "no account ends whose valid token is known");
        }
        require(
                provider.scope == RevocationScope.NONE
                        || (row != null && provider.scope == RevocationScope.GRANT)
                        || provider.tokens.stream()
                                .filter(token -> !token.isLost && provider.isValid(token))
                                .allMatch(token -> row != null && token == token(row)),
                "no known token stays valid unless an account needs it");
    }

    /** Returns the tokens of the consent that the row was linked with. */
    private SimulatedProvider.Family consent(Account row) {
        return Objects.requireNonNull(store.families.get(row.version().linkId()));
    }

    private Token token(Account row) {
        String id = grants.open(row).credentials().refreshToken().orElseThrow().reveal();
        return provider.tokens.get(Integer.parseInt(id));
    }

    static void require(boolean isTrue, String invariant) {
        if (!isTrue) {
            throw new AssertionError(invariant);
        }
    }
}
