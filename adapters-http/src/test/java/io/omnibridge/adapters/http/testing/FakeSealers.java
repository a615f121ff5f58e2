package io.omnibridge.adapters.http.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.omnibridge.application.port.AttemptSealer;
import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.RevocationSealer;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocableToken;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Fake sealers: keep each value in memory, and use a key to it as the sealed bytes. Thread-safe. */
final class FakeSealers implements CredentialSealer, AttemptSealer, RevocationSealer {

    private final Map<String, Object> kept = new ConcurrentHashMap<>();

    private byte[] keep(Object value) {
        String number = "sealed-" + kept.size() + "-" + System.identityHashCode(value);
        kept.put(number, value);
        return number.getBytes(UTF_8);
    }

    private <T> T kept(Class<T> type, byte[] sealed) {
        return Optional.ofNullable(kept.get(new String(sealed, UTF_8)))
                .map(type::cast)
                .orElseThrow(CredentialsUnreadable::new);
    }

    @Override
    public SealedCredentials seal(AccountKey key, AccountVersion version, Grant grant) {
        return new SealedCredentials(keep(grant));
    }

    @Override
    public Grant open(Account account) {
        return kept(Grant.class, account.credentials().toBytes());
    }

    @Override
    public SealedAttempt seal(AttemptId id, UserId owner, ProviderId provider, AttemptSecrets secrets) {
        return new SealedAttempt(keep(secrets));
    }

    @Override
    public AttemptSecrets open(ConnectAttempt attempt) {
        return kept(AttemptSecrets.class, attempt.secrets().orElseThrow().toBytes());
    }

    @Override
    public SealedToken seal(PendingRevocationId id, AccountKey account, RevocableToken token) {
        return new SealedToken(keep(token));
    }

    @Override
    public RevocableToken open(PendingRevocation pendingRevocation) {
        return kept(RevocableToken.class, pendingRevocation.sealed().toBytes());
    }
}
