package io.omnibridge.application.revocation;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.omnibridge.application.port.ErasedUser;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.Actor;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.audit.RequestId;
import io.omnibridge.domain.refresh.RefreshState;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Sessions and JWTs of an erased user end with the data. */
@Tag("W1")
class ErasedUserSignOutTest {

    private static final AuditedAction SIGN_OUT = new AuditedAction(
            ActionKind.SIGN_OUT,
            NOW,
            ALICE,
            new Actor.Operator("users_erase"),
            Optional.empty(),
            Optional.empty(),
            new RequestId("erase-user"));

    private final RevocationFixture fixture = new RevocationFixture();

    @Test
    void the_user_is_signed_out_before_anything_is_removed() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        when(fixture.scan.erase(ALICE)).thenReturn(new ErasedUser(0, 3));

        assertEquals(new ErasedUser(1, 2), fixture.eraseUser().erase(ALICE).erased());

        InOrder order = inOrder(fixture.signOuts, fixture.store, fixture.scan);
        order.verify(fixture.signOuts).signOut(ALICE, SIGN_OUT);
        order.verify(fixture.store).unlink(any(), any(), any());
        order.verify(fixture.scan).erase(ALICE);
    }

    @Test
    void a_user_without_data_is_signed_out_too_and_counts_as_nothing() {
        when(fixture.scan.erase(ALICE)).thenReturn(new ErasedUser(0, 1));

        assertEquals(new ErasedUser(0, 0), fixture.eraseUser().erase(ALICE).erased());

        verify(fixture.signOuts).signOut(ALICE, SIGN_OUT);
    }

    @Test
    void nothing_is_removed_while_the_sign_out_cannot_be_recorded() {
        fixture.link(RevocationFixture.KEY, RefreshState.READY);
        doThrow(new StoreUnavailable("away")).when(fixture.signOuts).signOut(eq(ALICE), any());

        assertThrows(StoreUnavailable.class, () -> fixture.eraseUser().erase(ALICE));

        assertEquals(1, fixture.accounts.size());
        verify(fixture.scan, never()).erase(any());
    }
}
