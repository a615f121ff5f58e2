package io.omnibridge.application.credentials;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LinkId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Evidence of whether a provider rejects this client, or single grants. Some providers report a dead refresh token as
 * an unknown client. So the client counts as rejected only after the refreshes of two accounts were, with no accepted
 * one in between. An account that was rejected while another one was accepted is itself at fault: until it is accepted
 * or linked again, its rejections are no evidence. Not thread-safe.
 */
final class ClientEvidence {

    /** How many accounts it takes to hold the client for rejected. */
    static final int MIN_WITNESSES = 2;

    private static final int MAX_ACCOUNTS = 1_000;

    private final int minWitnesses;
    private final Map<AccountKey, LinkId> rejected = new Accounts();
    private final Map<AccountKey, LinkId> atFault = new Accounts();

    ClientEvidence(int minWitnesses) {
        this.minWitnesses = minWitnesses;
    }

    /** Counts a response that rejected this client, or the grant of {@code account}. */
    void rejected(AccountKey account, AccountVersion version) {
        if (!isAtFault(account, version)) {
            rejected.put(account, version.linkId());
        }
    }

    /** Counts a response that shows that the provider knows this client. */
    void accepted(AccountKey account) {
        rejected.remove(account);
        atFault.putAll(rejected);
        rejected.clear();
        atFault.remove(account);
    }

    /** Returns whether the provider rejects this client, as far as this process can know. */
    boolean isClientRejected() {
        return rejected.size() >= minWitnesses;
    }

    /** Returns whether the account has been rejected since the last accepted response. */
    boolean wasRejected(AccountKey account) {
        return rejected.containsKey(account) || atFault.containsKey(account);
    }

    /** Returns whether the provider rejected this link of the account, and accepted another account since. */
    boolean isAtFault(AccountKey account, AccountVersion version) {
        return version.linkId().equals(atFault.get(account));
    }

    /** The accounts that were added last. */
    private static final class Accounts extends LinkedHashMap<AccountKey, LinkId> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<AccountKey, LinkId> eldest) {
            return size() > MAX_ACCOUNTS;
        }
    }
}
