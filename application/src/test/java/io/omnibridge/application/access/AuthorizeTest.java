package io.omnibridge.application.access;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.NOW;
import static io.omnibridge.application.port.Samples.REQUEST;
import static io.omnibridge.application.port.Samples.caller;
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
import io.omnibridge.domain.audit.ActionKind;
import io.omnibridge.domain.audit.AuditOutcome;
import io.omnibridge.domain.audit.AuditedAction;
import io.omnibridge.domain.identity.Permission;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AuthorizeTest {

    private final AuditLog auditLog = mock();

    @ParameterizedTest
    @EnumSource
    void a_permission_allows_its_action_without_an_event(Permission permission) {
        assertTrue(authorize().allows(caller(ALICE, permission), permission, REQUEST));
        verifyNoInteractions(auditLog);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("Z5")
    void other_permissions_do_not_allow_it(Permission permission) {
        Permission[] others = EnumSet.complementOf(EnumSet.of(permission)).toArray(Permission[]::new);

        assertFalse(authorize().allows(caller(ALICE, others), permission, REQUEST));
        assertFalse(authorize().allows(caller(ALICE), permission, REQUEST));
    }

    @ParameterizedTest
    @CsvSource({
        "READ_ACCOUNTS, READ_ACCOUNTS",
        "READ_AUDIT, READ_AUDIT",
        "LINK_ACCOUNT, LINK",
        "UNLINK_ACCOUNT, UNLINK",
        "CONNECT_ACCOUNT, CONNECT",
        "READ_DATA, READ_DATA",
        "MANAGE_LEASES, MANAGE_LEASES"
    })
    @Tag("U2")
    void a_refusal_is_counted_as_the_requested_action(Permission permission, ActionKind kind) {
        authorize().allows(caller(ALICE), permission, REQUEST);

        verify(auditLog)
                .countRefusal(AuditedAction.of(kind, caller(ALICE), REQUEST, NOW)
                        .withOutcome(AuditOutcome.INSUFFICIENT_SCOPE));
    }

    @Test
    @Tag("U1")
    void a_refusal_that_cannot_be_logged_fails() {
        doThrow(new StoreUnavailable("down")).when(auditLog).countRefusal(any());

        assertThrows(StoreUnavailable.class, () -> authorize().allows(caller(ALICE), Permission.LINK_ACCOUNT, REQUEST));
    }

    private Authorize authorize() {
        return new Authorize(auditLog, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
