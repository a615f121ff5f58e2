package io.omnibridge.adapters.store.write;

import io.omnibridge.adapters.store.spi.AccountChange;
import io.omnibridge.adapters.store.spi.Changes;
import io.omnibridge.adapters.store.spi.LinkedAccount;
import io.omnibridge.adapters.store.spi.RevocationChanges;
import io.omnibridge.adapters.store.spi.UserSnapshot;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.AccountVersion;
import io.omnibridge.domain.account.LastUses;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.revocation.PendingRevocation;
import io.omnibridge.domain.revocation.RevocationScope;
import java.util.Optional;
import java.util.function.Function;

/** Decisions on links, as {@link TokenStore} describes them. */
public final class LinkDecisions {

    private LinkDecisions() {}

    /** Decides on {@link TokenStore#link}. */
    public static Function<UserSnapshot, Decision<LinkResult>> link(
            Account account, int quota, Optional<PendingRevocation> revocation) {
        return snapshot -> snapshot.account()
                .map(former -> replace(account, former, revocation))
                .orElseGet(
                        () -> snapshot.accountCount() < quota ? add(account) : refuse(new LinkResult.QuotaExceeded()));
    }

    /** Returns the revocation that a link leaves: it is for the version that is replaced, and would not end the new grant. */
    private static Optional<PendingRevocation> revocationAfterLink(
            Optional<PendingRevocation> revocation, AccountVersion former) {
        return revocation.filter(
                pending -> pending.version().equals(former) && pending.scope() != RevocationScope.GRANT);
    }

    private static Decision<LinkResult> add(Account account) {
        return linked(
                new LinkResult.Linked(account.metadata()),
                Changes.of(new AccountChange.Add(account))
                        .with(RevocationChanges.linking(account.key(), Optional.empty())));
    }

    private static Decision<LinkResult> replace(
            Account account, LinkedAccount former, Optional<PendingRevocation> revocation) {
        if (former.linkedBy() == LinkedBy.CONNECT && account.metadata().linkedBy() == LinkedBy.TOKEN) {
            return refuse(new LinkResult.AccountConnected());
        }
        Account replacement = againLinked(account.withLinkedAt(former.linkedAt()), former);
        return linked(
                new LinkResult.Replaced(replacement.metadata()),
                Changes.of(new AccountChange.Replace(replacement))
                        .with(RevocationChanges.linking(
                                account.key(), revocationAfterLink(revocation, former.version()))));
    }

    private static Decision<LinkResult> linked(LinkResult result, Changes changes) {
        return new Decision<>(result, Optional.of(result.outcome()), Optional.empty(), changes);
    }

    private static Decision<LinkResult> refuse(LinkResult refusal) {
        return Decision.refused(refusal, refusal.outcome());
    }

    /** Returns {@code account} with the label of {@code former}, unless it has its own, and with the use of its data. */
    private static Account againLinked(Account account, LinkedAccount former) {
        AccountMetadata metadata = account.metadata();
        LastUses uses = metadata.uses();
        return new Account(
                metadata.withLabel(metadata.label().or(former::label))
                        .withUses(new LastUses(
                                uses.usedAt(), uses.seenAt(), former.uses().dataUsedAt())),
                account.credentials());
    }
}
