package io.omnibridge.domain.lease;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.source.Source;
import io.omnibridge.domain.use.UseKind;
import io.omnibridge.domain.use.UseTarget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeaseTermsTest {

    static final AccountKey WORK = account("alice", "work");
    static final Instant EXPIRY = Instant.parse("2026-03-01T09:30:00Z");

    private static AccountKey account(String user, String id) {
        return new AccountKey(new UserId(user), new ProviderId("google"), new ProviderAccountId(id));
    }

    static LeaseTerms terms(long maxUses) {
        return new LeaseTerms("agent", Optional.empty(), List.of(WORK), Set.of(UseKind.API), EXPIRY, maxUses);
    }

    private static LeaseTerms of(Optional<Set<Source>> sources, Set<UseKind> kinds) {
        return new LeaseTerms("agent", sources, List.of(WORK), kinds, EXPIRY, 1);
    }

    private static UseTarget target(AccountKey account, Source... source) {
        return new UseTarget(account, List.of(source).stream().findFirst());
    }

    @Test
    @Tag("N1")
    void terms_allow_their_accounts_sources_and_kinds_and_nothing_else() {
        LeaseTerms mail = of(Optional.of(Set.of(Source.GMAIL)), Set.of(UseKind.API));

        assertTrue(mail.allow(UseKind.API, target(WORK, Source.GMAIL)));
        assertFalse(mail.allow(UseKind.SEARCH, target(WORK, Source.GMAIL)));
        assertFalse(mail.allow(UseKind.API, target(WORK, Source.DRIVE)));
        assertFalse(mail.allow(UseKind.API, target(account("alice", "home"), Source.GMAIL)));
        assertFalse(mail.allow(UseKind.API, target(account("bob", "work"), Source.GMAIL)));
    }

    @Test
    @Tag("N1")
    void a_read_without_a_source_needs_terms_without_sources() {
        assertTrue(of(Optional.empty(), Set.of(UseKind.API)).allow(UseKind.API, target(WORK)));
        assertFalse(
                of(Optional.of(Set.of(Source.values())), Set.of(UseKind.API)).allow(UseKind.API, target(WORK)));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 100_001, Long.MAX_VALUE})
    void the_number_of_uses_is_bounded(long maxUses) {
        assertThrows(InvalidValue.class, () -> terms(maxUses));
        assertEquals(100_000, terms(100_000).maxUses());
    }

    @Test
    void terms_name_accounts_and_kinds_and_sources_if_any_are_named() {
        assertThrows(InvalidValue.class, () -> of(Optional.empty(), Set.of()));
        assertThrows(InvalidValue.class, () -> of(Optional.of(Set.of()), Set.of(UseKind.API)));
        assertThrows(InvalidValue.class, () -> withAccounts(0));
        assertEquals(20, withAccounts(20).accounts().size());
        assertThrows(InvalidValue.class, () -> withAccounts(21));
    }

    private static LeaseTerms withAccounts(int count) {
        List<AccountKey> accounts = IntStream.range(0, count)
                .mapToObj(i -> account("alice", "account-" + i))
                .toList();
        return new LeaseTerms("agent", Optional.empty(), accounts, Set.of(UseKind.API), EXPIRY, 1);
    }
}
