package io.omnibridge.adapters.http.connect;

import static io.omnibridge.application.port.Samples.ALICE;
import static io.omnibridge.application.port.Samples.GOOGLE;
import static io.omnibridge.application.port.Samples.account;
import static io.omnibridge.application.port.Samples.key;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.ConnectSteps;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.domain.account.LinkedBy;
import io.omnibridge.domain.refresh.RefreshEndReason;
import io.omnibridge.domain.refresh.RefreshState;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconnectReasonsTest {

    private static final Instant SINCE = Instant.parse("2026-02-03T04:05:06Z");

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private final ConnectSteps steps = new ConnectSteps(API);

    @ParameterizedTest
    @EnumSource
    @Tag("D24")
    void an_account_that_needs_reconnect_says_why_and_since_when(RefreshEndReason reason) {
        API.store().put(account(key(ALICE, GOOGLE, "1")).erased(new RefreshState.Ended(reason, SINCE)));
        JsonNode account =
                steps.send("GET", "/accounts/google/1", "alice", "").is(200).json();
        assertEquals("needs_reconnect", account.path("status").textValue());
        assertEquals(
                reason.name().toLowerCase(Locale.ROOT),
                account.path("status_detail").textValue());
        assertEquals("2026-02-03T04:05:06Z", account.path("status_since").textValue());
        assertFalse(account.path("refreshable").booleanValue());
        JsonNode listed = steps.send("GET", "/accounts", "alice", "").is(200).json();
        assertEquals(account, listed.path("accounts").path(0));
    }

    @Test
    void an_expired_account_says_so() {
        API.store().put(account(key(ALICE, GOOGLE, "1"), LinkedBy.TOKEN, SINCE));
        JsonNode account =
                steps.send("GET", "/accounts/google/1", "alice", "").is(200).json();
        assertEquals("expired", account.path("status_detail").textValue());
        assertEquals("2026-02-03T05:05:06Z", account.path("status_since").textValue());
    }

    @Test
    void an_active_account_has_neither_member() {
        API.store().put(account(key(ALICE, GOOGLE, "1"), LinkedBy.TOKEN, Instant.now()));
        JsonNode account =
                steps.send("GET", "/accounts/google/1", "alice", "").is(200).json();
        assertEquals("active", account.path("status").textValue());
        assertFalse(account.has("status_detail") || account.has("status_since"), account::toString);
    }
}
