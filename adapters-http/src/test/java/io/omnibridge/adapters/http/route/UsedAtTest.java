package io.omnibridge.adapters.http.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.adapters.http.testing.TestApi;
import io.omnibridge.domain.account.Account;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("L5")
class UsedAtTest {

    private static final String BODY =
            "{\"provider\":\"google\",\"provider_account_id\":\"1\",\"access_token\":\"canary-token\"}";

    @RegisterExtension
    static final TestApi API = TestApi.standard();

    private static JsonNode usedAt() {
        return API.get("/accounts/google/1").as("alice").send().is(200).json().path("used_at");
    }

    @Test
    void an_account_shows_the_minute_of_the_last_use_of_its_data() {
        API.link(BODY).send().is(201);
        assertTrue(usedAt().isNull());

        Account linked = API.store().accounts().get(0);
        Instant used = Instant.parse("2026-03-01T09:30:59.999Z");
        API.store().put(new Account(linked.metadata().withDataUsedAt(used), linked.credentials()));

        assertEquals("2026-03-01T09:30:00Z", usedAt().textValue());
        assertEquals(
                "2026-03-01T09:30:00Z",
                API.get("/accounts")
                        .as("alice")
                        .send()
                        .json()
                        .at("/accounts/0/used_at")
                        .textValue());
    }
}
