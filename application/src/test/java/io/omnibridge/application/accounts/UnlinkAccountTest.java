package io.omnibridge.application.accounts;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.LATER;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.action;
import static io.omnibridge.application.port.Samples.caller;
import static io.omnibridge.application.port.Samples.key;
import static io.omnibridge.application.port.Samples.renewed;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.AuditTrail;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.application.port.TokenStore;
import io.omnibridge.domain.account.Account;
import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class UnlinkAccountTest {

    private static final AccountKey KEY = key(ALICE, GOOGLE, "work");
    private static final Account ACCOUNT = account(KEY);
    private static final AuditedAction ACTION = action(AuditedAction.Kind.UNLINK, KEY);

    private final TokenStore store = mock();
    private final AuditTrail trail = mock();
    private final UnlinkAccount unlinkAccount = new UnlinkAccount(store, trail, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void an_account_is_removed_and_the_store_records_it() {
        when(store.findMetadata(KEY)).thenReturn(Optional.of(ACCOUNT.metadata()));
        when(store.unlink(ACCOUNT.metadata(), Optional.empty(), ACTION)).thenReturn(true);

        assertTrue(unlink());
        verifyNoInteractions(trail);
    }

    @Test
    @Tag("U2")
    void an_account_that_is_not_there_is_recorded_as_not_found() {
        when(store.findMetadata(KEY)).thenReturn(Optional.empty());

        assertFalse(unlink());
        verify(trail).record(ACTION.concluded(AuditOutcome.NOT_FOUND));
        verify(store, never()).unlink(any(), any(), any());
    }

    @Test
    void an_account_that_changed_in_between_is_unlinked_in_its_new_version() {
        Account renewed = renewed(ACCOUNT, LATER);
        when(store.findMetadata(KEY))
                .thenReturn(Optional.of(ACCOUNT.metadata()))
                .thenReturn(Optional.of(renewed.metadata()));
        when(store.unlink(renewed.metadata(), Optional.empty(), ACTION)).thenReturn(true);

        assertTrue(unlink());
        verify(store).unlink(ACCOUNT.metadata(), Optional.empty(), ACTION);
    }

    @Test
    void an_account_that_somebody_else_unlinked_in_between_is_not_found() {
        when(store.findMetadata(KEY))
                .thenReturn(Optional.of(ACCOUNT.metadata()))
                .thenReturn(Optional.empty());

        assertFalse(unlink());
        verify(trail).record(ACTION.concluded(AuditOutcome.NOT_FOUND));
    }

    @Test
    void an_account_that_never_stops_changing_is_given_up_without_an_answer() {
        when(store.findMetadata(KEY)).thenReturn(Optional.of(ACCOUNT.metadata()));

        assertThrows(StoreUnavailable.class, this::unlink);
        verify(store, times(16)).unlink(ACCOUNT.metadata(), Optional.empty(), ACTION);
        verifyNoInteractions(trail);
    }

    @Test
    @Tag("D2")
    void an_unavailable_store_is_no_missing_account() {
        when(store.findMetadata(KEY)).thenThrow(new StoreUnavailable("down"));

        assertThrows(StoreUnavailable.class, this::unlink);
        verifyNoInteractions(trail);
    }

    @Test
    @Tag("U1")
    void not_found_is_no_answer_unless_it_was_recorded() {
        when(store.findMetadata(KEY)).thenReturn(Optional.empty());
        doThrow(new StoreUnavailable("down")).when(trail).record(any());

        assertThrows(StoreUnavailable.class, this::unlink);
    }

    private boolean unlink() {
        return unlinkAccount.unlink(caller(ALICE), REQUEST, GOOGLE, KEY.providerAccountId());
    }
}
