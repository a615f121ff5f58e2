package io.omnibridge.adapters.store.sealing;

import io.omnibridge.adapters.store.codec.LengthPrefixed;
import io.omnibridge.application.port.AttemptSealer;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.connect.AttemptSecrets;
import io.omnibridge.domain.connect.ConnectAttempt;
import io.omnibridge.domain.connect.SealedAttempt;
import io.omnibridge.domain.identity.UserId;
import java.util.Objects;

/**
 * Sealer of the secrets of connect attempts: it seals with the primary key of a keyset, and opens with any of its keys. The secrets live
 * for minutes and are never re-sealed, so retiring a key may end attempts that are under way. Thread-safe.
 *
 * <p>The associated data of the {@link SealedFormat}, each part behind its length: the format, the purpose, the issuer, the
 * user, the provider and the attempt id.
 */
public final class TinkAttemptSealer implements AttemptSealer {

    private static final String PURPOSE = "attempt";

    private final ContentSealer content;
    private final String issuer;

    /** @param issuer of the users: the same user id at another issuer is another user */
    public TinkAttemptSealer(Keyset keyset, String issuer) {
        this.content = new ContentSealer(keyset);
        this.issuer = Objects.requireNonNull(issuer);
    }

    @Override
    public SealedAttempt seal(AttemptId id, UserId owner, ProviderId provider, AttemptSecrets secrets) {
        return new SealedAttempt(
                content.seal(() -> AttemptSecretsJson.write(secrets), associatedData(id, owner, provider)));
    }

    @Override
    public AttemptSecrets open(ConnectAttempt attempt) {
        byte[] sealed =
                attempt.secrets().orElseThrow(CredentialsUnreadable::new).toBytes();
        return content.open(
                sealed, associatedData(attempt.id(), attempt.owner(), attempt.provider()), AttemptSecretsJson::read);
    }

    private byte[] associatedData(AttemptId id, UserId owner, ProviderId provider) {
        return LengthPrefixed.of(SealedFormat.NAME, PURPOSE, issuer, owner.value(), provider.value(), id.value());
    }
}
