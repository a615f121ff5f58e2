package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.PendingRevocationId;
import io.omnibridge.domain.revocation.RevocationScope;
import io.omnibridge.domain.revocation.SealedToken;
import java.util.Base64;

/**
 * Pending revocation without its user and its id as JSON. The same revocation always gives the same text, so that a
 * conditional write may compare texts. Times are in milliseconds.
 */
public final class RevocationCodec {

    private static final String ACCOUNT = "account";
    private static final String LINK_ID = "linkId";
    private static final String GENERATION = "generation";
    private static final String SCOPE = "scope";
    private static final String SINCE = "since";
    private static final String DUE_AT = "dueAt";
    private static final String FAILURES = "failures";
    private static final String SEALED = "sealed";

    private RevocationCodec() {}

    /** Returns the text of {@code revocation}. */
    public static String of(PendingRevocation revocation) {
        return JsonText.versioned()
                .put(ACCOUNT, AccountCodec.name(revocation.account()))
                .put(LINK_ID, revocation.version().linkId().value())
                .put(GENERATION, revocation.version().generation())
                .put(SCOPE, revocation.scope().name())
                .put(SINCE, revocation.since().toEpochMilli())
                .put(DUE_AT, revocation.dueAt().toEpochMilli())
                .put(FAILURES, revocation.failures())
                .put(
                        SEALED,
                        Base64.getEncoder().encodeToString(revocation.sealed().toBytes()))
                .toString();
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static PendingRevocation parse(UserId user, PendingRevocationId id, String text) {
        JsonFields fields = JsonFields.read(text);
        return fields.complete(new PendingRevocation(
                id,
                AccountCodec.key(user, fields.text(ACCOUNT)),
                new AccountVersion(new LinkId(fields.text(LINK_ID)), fields.number(GENERATION)),
                RevocationScope.valueOf(fields.text(SCOPE)),
                new SealedToken(Base64.getDecoder().decode(fields.text(SEALED))),
                fields.time(SINCE),
                fields.time(DUE_AT),
                fields.smallNumber(FAILURES)));
    }
}
