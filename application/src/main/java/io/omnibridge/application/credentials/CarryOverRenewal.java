package io.omnibridge.application.credentials;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries a renewed refresh token over to an account that was connected again while the provider was called. A second
 * consent may bring no refresh token: the account then kept the one that was sent, and the provider has replaced it
 * since. Thread-safe.
 */
final class CarryOverRenewal {

    private final CredentialSealer sealer;

    CarryOverRenewal(CredentialSealer sealer) {
        this.sealer = Objects.requireNonNull(sealer);
    }

    /**
     * Returns the renewal of {@code found} that gives it the refresh token of {@code late} beside its own access token;
     * empty if it needs none. It needs one if it has the refresh token that was sent, or no refresh token, from the same
     * client and server.
     */
    Optional<Renewal> carryOver(Renewal late, Account found, Instant now) {
        Credentials renewed = late.grant().credentials();
        if (found.metadata().linkedBy() != LinkedBy.CONNECT || !isReplaced(late)) {
            return Optional.empty();
        }
        return open(found)
                .filter(own -> own.origin().equals(late.sent().origin()) && needs(own, late.sent()))
                .map(own -> Renewal.of(found, own, withRefreshTokenOf(renewed, own), sealer, now));
    }

    private static boolean isReplaced(Renewal late) {
        Optional<Secret> renewed = late.grant().credentials().refreshToken();
        return renewed.isPresent() && !renewed.equals(late.sent().credentials().refreshToken());
    }

    private static boolean needs(Grant own, Grant sent) {
        Optional<Secret> token = own.credentials().refreshToken();
        return token.isEmpty() || token.equals(sent.credentials().refreshToken());
    }

    private static Grant withRefreshTokenOf(Credentials renewed, Grant own) {
        Credentials credentials = new Credentials(
                own.credentials().accessToken(),
                own.credentials().expiresAt(),
                renewed.refreshToken(),
                renewed.refreshTokenExpiresAt());
        return new Grant(credentials, own.scopes(), own.origin(), own.label());
    }

    private Optional<Grant> open(Account found) {
        if (found.credentials().isErased()) {
            return Optional.empty();
        }
        try {
            return Optional.of(sealer.open(found));
        } catch (CredentialsUnreadable e) {
            return Optional.empty();
        }
    }
}
