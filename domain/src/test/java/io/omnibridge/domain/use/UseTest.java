package io.omnibridge.domain.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.source.Source;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UseTest {

    private static final Instant AT = Instant.parse("2026-03-01T09:30:00Z");
    private static final Instant LATER = AT.plusSeconds(5);
    private static final UseTarget MAIL = target("alice");

    private static UseTarget target(String owner) {
        return new UseTarget(
                new AccountKey(new UserId(owner), new ProviderId("google"), new ProviderAccountId("work")),
                Optional.of(Source.GMAIL));
    }

    private static Use use(List<UseTarget> targets) {
        return new Use(
                UseKind.API,
                UseVia.HTTP,
                AT,
                new UserId("alice"),
                Optional.empty(),
                Optional.empty(),
                targets,
                new RequestId("request-1"));
    }

    @Test
    @Tag("U4")
    void a_use_is_about_the_users_own_accounts() {
        assertThrows(InvalidValue.class, () -> use(List.of(target("bob"))));
        assertThrows(InvalidValue.class, () -> use(List.of(MAIL, target("bob"))));
    }

    @Test
    void a_use_has_one_to_sixteen_targets() {
        assertThrows(InvalidValue.class, () -> use(List.of()));
        assertEquals(16, use(Collections.nCopies(16, MAIL)).targets().size());
        assertThrows(InvalidValue.class, () -> use(Collections.nCopies(17, MAIL)));
    }

    @Test
    @Tag("U4")
    void a_failure_has_a_receipt_of_its_own_with_a_reason_and_a_time() {
        Use use = use(List.of(MAIL));
        UseReceipt failed = use.failed(UseFailure.PROVIDER_TIMEOUT, LATER);

        assertEquals(new UseReceipt(use, UseOutcome.USED, Optional.empty()), use.used());
        assertEquals(LATER, failed.use().at());
        assertEquals(Optional.of(UseFailure.PROVIDER_TIMEOUT), failed.reason());
        assertEquals(
                use,
                new Use(
                        UseKind.API,
                        UseVia.HTTP,
                        AT,
                        failed.use().user(),
                        failed.use().client(),
                        failed.use().lease(),
                        failed.use().targets(),
                        failed.use().requestId()));
    }

    @Test
    void a_reason_belongs_to_a_failure_and_to_nothing_else() {
        Use use = use(List.of(MAIL));

        assertThrows(InvalidValue.class, () -> new UseReceipt(use, UseOutcome.FAILED, Optional.empty()));
        assertThrows(
                InvalidValue.class, () -> new UseReceipt(use, UseOutcome.USED, Optional.of(UseFailure.INTERNAL_ERROR)));
    }
}
