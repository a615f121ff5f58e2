package io.omnibridge.application.use;

import io.omnibridge.application.credentials.OpenedAccount;
import io.omnibridge.application.port.ProviderApis;
import io.omnibridge.application.port.TokenOwner;
import io.omnibridge.application.use.UseRefusal.NotUsable;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks whether an account may be used that a client linked by token. Where such tokens were issued is not known, so the provider's
 * entry has to allow it, and the provider has to confirm once that the token is that account's. Thread-safe.
 */
public final class LinkedByTokenCheck {

    private static final int MAX_CONFIRMED = 100_000;

    private final ProviderApis apis;
    private final Map<AccountKey, AccountVersion> confirmed = new ConcurrentHashMap<>();

    public LinkedByTokenCheck(ProviderApis apis) {
        this.apis = Objects.requireNonNull(apis);
    }

    /** Requires that the provider's entry allows it. Calls nothing. */
    void requireAllowed(OpenedAccount opened) throws RefusedUse {
        if (isLinkedByToken(opened)
                && !apis.usesAccountsLinkedByToken(opened.account().key().provider())) {
            throw new RefusedUse(new NotUsable(UnusableTokenReason.NOT_ALLOWED));
        }
    }

    /** Whether a token is an account's. */
    enum Confirmation {
        /** The provider confirmed it, or OmniBridge received the token from the provider. */
        CONFIRMED,
        /** The provider names another account, or none. */
        REFUTED,
        /** The provider did not respond: it may confirm the token later. */
        UNKNOWN
    }

    /** Asks the provider whose the token is, until it confirms it once. */
    Confirmation confirm(OpenedAccount opened) {
        AccountKey key = opened.account().key();
        AccountVersion version = opened.account().version();
        if (!isLinkedByToken(opened) || version.equals(confirmed.get(key))) {
            return Confirmation.CONFIRMED;
        }
        TokenOwner owner =
                apis.identify(key.provider(), opened.grant().credentials().accessToken());
        if (owner.equals(new TokenOwner.Known(key.providerAccountId()))) {
            keep(key, version);
            return Confirmation.CONFIRMED;
        }
        return owner instanceof TokenOwner.Unknown ? Confirmation.UNKNOWN : Confirmation.REFUTED;
    }

    private void keep(AccountKey key, AccountVersion version) {
        if (confirmed.size() >= MAX_CONFIRMED) {
            confirmed.clear();
        }
        confirmed.put(key, version);
    }

    private static boolean isLinkedByToken(OpenedAccount opened) {
        return opened.grant().origin().isEmpty();
    }
}
