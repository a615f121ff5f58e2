package io.omnibridge.application.port;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.audit.AuditOutcome;
import org.junit.jupiter.api.Test;

class LinkResultTest {

    @Test
    void each_result_has_its_audit_outcome() {
        AccountMetadata metadata = account(key(ALICE, GOOGLE, "work")).metadata();

        assertEquals(AuditOutcome.LINKED, new LinkResult.Linked(metadata).outcome());
        assertEquals(AuditOutcome.REPLACED, new LinkResult.Replaced(metadata).outcome());
        assertEquals(AuditOutcome.QUOTA_EXCEEDED, new LinkResult.QuotaExceeded().outcome());
        assertEquals(AuditOutcome.ACCOUNT_CONNECTED, new LinkResult.AccountConnected().outcome());
    }
}
