package io.omnibridge.adapters.store.redis;

import io.omnibridge.adapters.store.deadline.StoreDeadline;
import io.omnibridge.adapters.store.redis.client.RedisClient;
import io.omnibridge.application.port.AccountPage;
import io.omnibridge.application.port.AccountPosition;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads one page of a user's accounts: a few in one command, a page of many in two. */
record AccountLister(RedisClient redis, StoreDeadline deadline) {

    private static final Comparator<AccountKey> ORDER =
            Comparator.comparing(AccountKey::provider).thenComparing(AccountKey::providerAccountId);

    AccountPage page(UserId owner, Optional<ProviderId> provider, Optional<AccountPosition> after, int limit) {
        Optional<AccountKey> before = after.map(position -> position.of(owner));
        Predicate<AccountKey> isListed =
                key -> provider.filter(it -> !it.equals(key.provider())).isEmpty()
                        && before.filter(it -> ORDER.compare(key, it) <= 0).isEmpty();
        FewOrKeys found = redis.call(ListCommands.fewOrKeys(owner, limit), deadline);
        return found.few()
                .map(accounts -> page(accounts, isListed, limit))
                .orElseGet(() -> pageOf(
                        found.keys().stream().filter(isListed).sorted(ORDER).toList(), limit));
    }

    private static AccountPage page(List<AccountMetadata> accounts, Predicate<AccountKey> isListed, int limit) {
        return AccountPage.of(
                accounts.stream()
                        .filter(account -> isListed.test(account.key()))
                        .sorted(Comparator.comparing(AccountMetadata::key, ORDER))
                        .toList(),
                limit);
    }

    /** @param keys of all accounts that the page and those after it would have, in order */
    private AccountPage pageOf(List<AccountKey> keys, int limit) {
        if (keys.isEmpty()) {
            return new AccountPage(List.of(), Optional.empty());
        }
        List<Optional<AccountMetadata>> read =
                redis.call(ListCommands.some(keys.subList(0, Math.min(limit, keys.size()))), deadline);
        return new AccountPage(
                read.stream().flatMap(Optional::stream).toList(),
                read.size() < keys.size()
                        ? Optional.of(AccountPosition.behind(keys.get(read.size() - 1)))
                        : Optional.empty());
    }
}
