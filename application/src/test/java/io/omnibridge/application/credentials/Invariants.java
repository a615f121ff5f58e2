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

/** What must hold whatever happens. */
final class Invariants {

    private final SimulatedProvider provider;
    private final SimulatedStore store;
    private final SimulatedGrants grants;

    Invariants(SimulatedProvider provider, SimulatedStore store, SimulatedGrants grants) {
        this.provider = provider;
        this.store = store;
        this.grants = grants;
    }

    /** Before a refresh token is sent. */
    void checkSending(Token token, long now) {
        boolean mayHaveBeenConsumed = token.firstSentInDoubt >= 0;
        require(
                provider.reuse != RefreshTokenReuse.KILLS_FAMILY
                        || !mayHaveBeenConsumed
                        || now < token.firstSentInDoubt + provider.grace,
                "a token that may have been consumed is never sent again outside its grace");
    }

    /** After each step. */
    void check() {
        Account row = store.row;
        require(
                row == null ? store.linked == null : row.version().linkId().equals(store.linked),
                "what was unlinked or replaced does not come back");
        if (row == null) {
            return;
        }
        RefreshState state = row.metadata().refresh();
        if (state instanceof Idle) {
            Token token = token(row);
            require(
                    provider.lives(token) || token.family.isEndedByItself,
                    "an active account holds a token that lives");
        }
        if (state instanceof Ended ended) {
            check(row, ended);
        }
    }

    private void check(Account row, Ended ended) {
        if (ended.reason() == Reason.REVOKED) {
            require(row.credentials().isErased(), "a grant that is no more leaves no credentials");
            require(
                    provider.tokens.stream()
                            .filter(token -> token.family == consent(row))
                            .noneMatch(provider::lives),
                    "credentials are erased only if the grant is no more");
        }
        require(
                provider.reuse != RefreshTokenReuse.SAFE || consent(row).isEndedByItself,
                "where retrying is safe, nothing ends an account but its provider");
    }

    /** When all has been quiet for hours. */
    void checkAtTheEnd() {
        Account row = store.row;
        if (row != null) {
            RefreshState state = row.metadata().refresh();
            require(state instanceof Idle || state instanceof Ended, "nothing stays in doubt for ever: " + state);
            require(
                    !(state instanceof Ended ended)
                            || ended.reason() != Reason.REFRESH_UNKNOWN
                            || provider.tokens.stream()
                                    .filter(token -> token.family == consent(row) && !token.isLost)
                                    .noneMatch(token -> token != token(row) && provider.lives(token)),
                    "no account ends whose token is known");
        }
        require(
                provider.scope == RevocationScope.NONE
                        || (row != null && provider.scope == RevocationScope.GRANT)
                        || provider.tokens.stream()
                                .filter(token -> !token.isLost && provider.lives(token))
                                .allMatch(token -> row != null && token == token(row)),
                "no known token lives on that nobody needs");
    }

    /** What the user consented to when the row was linked. */
    private SimulatedProvider.Family consent(Account row) {
        return Objects.requireNonNull(store.families.get(row.version().linkId()));
    }

    private Token token(Account row) {
        String id = grants.open(row).credentials().refreshToken().orElseThrow().reveal();
        return provider.tokens.get(Integer.parseInt(id));
    }

    static void require(boolean holds, String invariant) {
        if (!holds) {
            throw new AssertionError(invariant);
        }
    }
}
