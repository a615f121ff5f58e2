package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.AuditedAttempt;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.connect.AttemptId;
import java.util.Optional;

/** Connect attempt of an audit event as three texts: id, provider, and reason of its failure. */
public final class AuditedAttemptCodec {

    private AuditedAttemptCodec() {}

    public static String id(AuditedAttempt attempt) {
        return attempt.id().value();
    }

    public static String provider(AuditedAttempt attempt) {
        return attempt.provider().value();
    }

    public static Optional<String> failure(AuditedAttempt attempt) {
        return attempt.failure().map(Enum::name);
    }

    /**
     * Reads an attempt; empty if all three are.
     *
     * @throws IllegalArgumentException if no attempt is written like this
     */
    public static Optional<AuditedAttempt> parse(
            Optional<String> id, Optional<String> provider, Optional<String> failure) {
        InvalidValue.unless(
                id.isPresent() == provider.isPresent() && (id.isPresent() || failure.isEmpty()),
                "must have both an id and a provider, or nothing");
        return id.map(it -> new AuditedAttempt(
                new AttemptId(it), new ProviderId(provider.orElseThrow()), failure.map(AttemptFailure::valueOf)));
    }
}
