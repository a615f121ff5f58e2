package io.omnibridge.adapters.store.codec;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LastUses;
import io.omnibridge.domain.account.LinkId;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.OriginDigest;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Optional;

/**
 * Account without its key and its credentials as JSON. The same account always gives the same text, so that a conditional write
 * may compare texts. {@code refresh}, {@code usedAt} and {@code seenAt} are left out while they are as a link leaves them. Times
 * are in milliseconds. {@code dataUsedAt} stands last: a script of Redis changes it alone.
 */
public final class AccountCodec {

    private static final String LINK_ID = "linkId";
    private static final String GENERATION = "generation";
    private static final String SCOPE = "scope";
    private static final String LINKED_BY = "linkedBy";
    private static final String REFRESHABLE = "refreshable";
    private static final String EXPIRES_AT = "expiresAt";
    private static final String LINKED_AT = "linkedAt";
    private static final String UPDATED_AT = "updatedAt";
    private static final String REFRESH = "refresh";
    private static final String USED_AT = "usedAt";
    private static final String SEEN_AT = "seenAt";
    private static final String ORIGIN = "origin";
    private static final String LABEL = "label";
    private static final String DATA_USED_AT = "dataUsedAt";

    private AccountCodec() {}

    /** Returns the text of {@code account}. */
    public static String of(AccountMetadata account) {
        JsonText json = JsonText.versioned()
                .put(LINK_ID, account.version().linkId().value())
                .put(GENERATION, account.version().generation())
                .put(SCOPE, String.join(" ", account.scopes().values()))
                .put(LINKED_BY, account.linkedBy().name())
                .put(REFRESHABLE, account.refreshable());
        account.expiresAt().ifPresent(time -> json.put(EXPIRES_AT, time.toEpochMilli()));
        json.put(LINKED_AT, account.linkedAt().toEpochMilli())
                .put(UPDATED_AT, account.updatedAt().toEpochMilli());
        if (!account.refresh().equals(RefreshState.READY)) {
            json.put(REFRESH, RefreshStateCodec.put(JsonText.nested(), account.refresh()));
        }
        if (account.usedAt().toEpochMilli() != account.updatedAt().toEpochMilli()) {
            json.put(USED_AT, account.usedAt().toEpochMilli());
        }
        if (account.seenAt().toEpochMilli() != account.updatedAt().toEpochMilli()) {
            json.put(SEEN_AT, account.seenAt().toEpochMilli());
        }
        account.origin().ifPresent(origin -> json.put(ORIGIN, origin.value()));
        account.label().ifPresent(label -> json.put(LABEL, label.value()));
        account.dataUsedAt().ifPresent(time -> json.put(DATA_USED_AT, time.toEpochMilli()));
        return json.toString();
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static AccountMetadata parse(AccountKey key, String text) {
        JsonFields fields = JsonFields.read(text);
        Instant updatedAt = fields.time(UPDATED_AT);
        return fields.complete(new AccountMetadata(
                key,
                new AccountVersion(new LinkId(fields.text(LINK_ID)), fields.number(GENERATION)),
                Scopes.parse(fields.text(SCOPE)),
                LinkedBy.valueOf(fields.text(LINKED_BY)),
                fields.flag(REFRESHABLE),
                fields.optionalTime(EXPIRES_AT),
                fields.time(LINKED_AT),
                updatedAt,
                fields.has(REFRESH) ? RefreshStateCodec.read(fields.object(REFRESH)) : RefreshState.READY,
                uses(fields, updatedAt),
                fields.has(ORIGIN) ? Optional.of(new OriginDigest(fields.number(ORIGIN))) : Optional.empty(),
                fields.optionalText(LABEL).map(AccountLabel::new)));
    }

    private static LastUses uses(JsonFields fields, Instant updatedAt) {
        return new LastUses(
                fields.optionalTime(USED_AT).orElse(updatedAt),
                fields.optionalTime(SEEN_AT).orElse(updatedAt),
                fields.optionalTime(DATA_USED_AT));
    }

    /** Returns provider and account id as one text. No provider has a colon. */
    public static String name(AccountKey key) {
        return key.provider().value() + ":" + key.providerAccountId().value();
    }

    /**
     * Reads what {@link #name} wrote.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    public static AccountKey key(UserId owner, String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("no name of an account");
        }
        return new AccountKey(
                owner, new ProviderId(name.substring(0, colon)), new ProviderAccountId(name.substring(colon + 1)));
    }
}
