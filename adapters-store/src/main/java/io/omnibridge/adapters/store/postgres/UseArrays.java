package io.omnibridge.adapters.store.postgres;

import io.omnibridge.adapters.store.auditlog.ChainedUse;
import io.omnibridge.adapters.store.codec.UseReceiptCodec;
import io.omnibridge.adapters.store.spi.DataUse;
import io.omnibridge.adapters.store.spi.UseCount;
import io.omnibridge.adapters.store.spi.UseWrite;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.identity.LeaseId;
import io.omnibridge.domain.identity.UserId;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/** {@link UseWrite}s as the arrays that {@link UseStatement} takes: those of the logs, the leases, the accounts and the receipts. */
final class UseArrays {

    private UseArrays() {}

    private record CountedLease(UserId user, LeaseId lease, UseCount count) {}

    private record UsedAccount(AccountKey key, long minute) {}

    static void fillIn(Parameters parameters, List<UseWrite> writes) throws SQLException {
        parameters
                .texts(writes, it -> it.user().value())
                .numbers(writes, it -> it.former().count())
                .bytes(writes, it -> it.former().mac().toBytes())
                .numbers(writes, it -> it.head().count())
                .bytes(writes, it -> it.head().mac().toBytes())
                .numbers(writes, it -> (long) it.counts().size());
        List<CountedLease> leases =
                writes.stream().flatMap(UseArrays::countedLeases).toList();
        parameters
                .texts(leases, it -> it.user().value())
                .texts(leases, it -> it.lease().value())
                .numbers(leases, it -> it.count().more())
                .numbers(leases, it -> it.count().max())
                .numbers(leases, it -> it.count().at().toEpochMilli());
        List<UsedAccount> accounts =
                writes.stream().flatMap(UseArrays::usedAccounts).toList();
        parameters
                .texts(accounts, it -> it.key().owner().value())
                .texts(accounts, it -> it.key().provider().value())
                .texts(accounts, it -> it.key().providerAccountId().value())
                .numbers(accounts, UsedAccount::minute);
        List<ChainedUse> receipts =
                writes.stream().flatMap(it -> it.receipts().stream()).toList();
        parameters
                .texts(receipts, it -> it.receipt().use().user().value())
                .numbers(receipts, ChainedUse::position)
                .texts(receipts, it -> UseReceiptCodec.of(it.receipt()))
                .bytes(receipts, it -> it.mac().toBytes());
    }

    private static Stream<CountedLease> countedLeases(UseWrite write) {
        return write.counts().entrySet().stream()
                .map(count -> new CountedLease(write.user(), count.getKey(), count.getValue()));
    }

    private static Stream<UsedAccount> usedAccounts(UseWrite write) {
        return write.dataUse().stream().flatMap(UseArrays::usedAccounts);
    }

    private static Stream<UsedAccount> usedAccounts(DataUse use) {
        return use.accounts().stream()
                .map(key -> new UsedAccount(key, use.minute().getEpochSecond()));
    }
}
