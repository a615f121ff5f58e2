package io.omnibridge.application.accounts;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.CredentialSealer;
import io.omnibridge.application.port.LinkResult;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.SealedCredentials;
import io.omnibridge.domain.credentials.Secret;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class LinkAccountTest {

    private static final int QUOTA = 7;
    private static final AccountKey KEY = key(ALICE, GOOGLE, "work");
    private static final SealedCredentials SEALED = new SealedCredentials(new byte[] {1, 2, 3});
    private static final Grant GRANT = new Grant(
            new Credentials(
                    new Secret("canary-access"),
                    Optional.of(LATER),
                    Optional.of(new Secret("canary-refresh")),
                    Optional.empty()),
            Scopes.of(List.of("mail.read")),
            Optional.empty());
    private static final LinkAccountCommand COMMAND = new LinkAccountCommand(GOOGLE, KEY.providerAccountId(), GRANT);

    private final TokenStore store = mock();
    private final CredentialSealer sealer = mock();
    private final LinkAccount linkAccount = new LinkAccount(
            store, new AccountFactory(sealer, new SecureRandom()), QUOTA, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void seals() {
        when(sealer.seal(any(), any(), any())).thenReturn(SEALED);
    }

    @Test
    @Tag("S1")
    void a_grant_is_sealed_for_the_stored_version() {
        Account stored = link();

        assertEquals(SEALED, stored.credentials());
        verify(sealer).seal(KEY, stored.version(), GRANT);
    }

    @Test
    void metadata_come_from_the_grant_and_the_clock() {
        Account stored = link();

        assertEquals(
                AccountMetadata.linked(
                        KEY, stored.version(), GRANT.scopes(), LinkedBy.TOKEN, false, Optional.of(LATER), NOW),
                stored.metadata());
    }

    @Test
    void each_link_has_a_new_id_and_generation_1() {
        Account first = link();
        Account second = link();

        assertNotEquals(first.version().linkId(), second.version().linkId());
        assertEquals(1, second.version().generation());
    }

    @Test
    @Tag("U2")
    void a_link_is_logged_for_the_caller() {
        link();

        verify(store).link(any(), eq(QUOTA), eq(Optional.empty()), eq(action(ActionKind.LINK, KEY)));
    }

    @Test
    void the_stores_result_is_returned() {
        LinkResult result = new LinkResult.QuotaExceeded();
        when(store.link(any(), anyInt(), any(), any())).thenReturn(result);

        assertSame(result, linkAccount.link(caller(ALICE), REQUEST, COMMAND));
    }

    @Test
    @Tag("D2")
    void an_unavailable_store_fails_the_link() {
        when(store.link(any(), anyInt(), any(), any())).thenThrow(new StoreUnavailable("down"));

        assertThrows(StoreUnavailable.class, () -> linkAccount.link(caller(ALICE), REQUEST, COMMAND));
    }

    @Test
    void a_grant_that_cannot_be_sealed_is_not_stored() {
        when(sealer.seal(any(), any(), any())).thenThrow(new IllegalStateException("no sealing"));

        assertThrows(IllegalStateException.class, () -> linkAccount.link(caller(ALICE), REQUEST, COMMAND));
        verifyNoInteractions(store);
    }

    /** Links, and returns the account that the store received last. */
    private Account link() {
        linkAccount.link(caller(ALICE), REQUEST, COMMAND);
        ArgumentCaptor<Account> stored = ArgumentCaptor.captor();
        verify(store, atLeastOnce()).link(stored.capture(), anyInt(), any(), any());
        return stored.getValue();
    }
}
