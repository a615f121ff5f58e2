package io.omnibridge.application.access;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import io.omnibridge.application.port.AuditLog;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.Caller;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorizeTest {

    private final AuditLog auditLog = mock();

    @ParameterizedTest
    @EnumSource
    void the_scope_gives_the_permission_without_an_event(Permission permission) {
        assertTrue(authorize(true).allows(caller(ALICE, permission.scope()), permission, REQUEST));
        verifyNoInteractions(auditLog);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("Z5")
    void no_other_scope_gives_the_permission(Permission permission) {
        Caller caller =
                caller(ALICE, "accounts", "accounts:*", permission.scope().toUpperCase(Locale.ROOT));

        assertFalse(authorize(true).allows(caller, permission, REQUEST));
        assertFalse(authorize(true).allows(caller(ALICE), permission, REQUEST));
    }

    @ParameterizedTest
    @CsvSource({
        "READ_ACCOUNTS, accounts:read, READ_ACCOUNTS",
        "READ_AUDIT, accounts:read, READ_AUDIT",
        "LINK_ACCOUNT, accounts:link, LINK",
        "UNLINK_ACCOUNT, accounts:link, UNLINK"
    })
    @Tag("U2")
    void a_refusal_is_logged_as_the_requested_action(Permission permission, String scope, AuditedAction.Kind kind) {
        assertEquals(scope, permission.scope());
        authorize(true).allows(caller(ALICE), permission, REQUEST);

        verify(auditLog)
                .countRefusal(AuditedAction.of(kind, caller(ALICE), REQUEST, NOW)
                        .withOutcome(AuditOutcome.INSUFFICIENT_SCOPE));
    }

    @ParameterizedTest
    @EnumSource
    void without_required_scopes_every_caller_may_do_everything(Permission permission) {
        assertTrue(authorize(false).allows(caller(ALICE), permission, REQUEST));
        verifyNoInteractions(auditLog);
    }

    @Test
    @Tag("U1")
    void a_refusal_that_cannot_be_logged_fails() {
        doThrow(new StoreUnavailable("down")).when(auditLog).countRefusal(any());

        assertThrows(
                StoreUnavailable.class, () -> authorize(true).allows(caller(ALICE), Permission.LINK_ACCOUNT, REQUEST));
    }

    private Authorize authorize(boolean scopesRequired) {
        return new Authorize(scopesRequired, auditLog, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
